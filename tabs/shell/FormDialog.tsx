import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';

const useStyles = makeStyles({
  whole: { whiteSpace: 'nowrap' },
  wide: { maxWidth: '1040px' },
  fields: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `0 ${tokens.spacingHorizontalXXS} ${tokens.spacingVerticalXXS}`,
    // As wide as the dialog, however long a project's name is.
    '& select': { minWidth: 0, width: '100%' },
  },
});

type FormProps = {
  readonly title: string;
  /** Why it could not be stored; empty when nothing is in the way. */
  readonly problem: string;
  readonly cancel: string;
  readonly save: string;
  readonly busy: boolean;
  readonly form?: React.RefObject<HTMLFormElement | null>;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
};

/** What one fills in: why it could not be stored comes first, and what was typed stays. */
export const DialogForm = ({ title, problem, cancel, save, busy, ...props }: FormProps) => {
  const styles = useStyles();
  const onSubmit = (event: React.FormEvent): void => {
    event.preventDefault();
    if (!busy) props.onSave();
  };
  return (
    <form {...(props.form ? { ref: props.form } : {})} onSubmit={onSubmit} noValidate>
      <DialogBody>
        <DialogTitle>{title}</DialogTitle>
        <DialogContent className={styles.fields}>
          {problem !== '' && (
            <MessageBar intent="error">
              <MessageBarBody>{problem}</MessageBarBody>
            </MessageBar>
          )}
          {props.children}
        </DialogContent>
        <DialogActions>
          <Button className={styles.whole} onClick={props.onClose}>
            {cancel}
          </Button>
          <Button type="submit" appearance="primary" disabledFocusable={busy}>
            {save}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
};

/** What lies over the page until it is stored or let go. */
export const OverPage = ({
  open,
  isWide = false,
  onClose,
  children,
}: {
  readonly open: boolean;
  /** Something stands beside the fields. */
  readonly isWide?: boolean;
  readonly onClose: () => void;
  readonly children: React.JSX.Element;
}) => {
  const styles = useStyles();
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface {...(isWide ? { className: styles.wide } : {})}>{children}</DialogSurface>
    </Dialog>
  );
};
