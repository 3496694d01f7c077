import {
  Menu,
  MenuButton,
  MenuItemLink,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  useIsOverflowItemVisible,
  useOverflowMenu,
} from '@fluentui/react-components';
import { placeNames } from '#shared/words/screens/places.ts';
import { hashOfPlace, type Place } from './places.ts';

const useStyles = makeStyles({
  more: { flexShrink: 0, alignSelf: 'center' },
  button: { minWidth: 'auto', minHeight: '36px' },
});

/** A place that there is no room for in the bar; nothing while there is. */
const Hidden = ({ place }: { readonly place: Place }) =>
  useIsOverflowItemVisible(place.type) ? null : (
    <MenuItemLink href={hashOfPlace(place)}>{place.name}</MenuItemLink>
  );

/** "Mere": the places that the bar has no room for, in their order. */
export const MorePlaces = ({ places }: { readonly places: readonly Place[] }) => {
  const styles = useStyles();
  const { ref, isOverflowing } = useOverflowMenu<HTMLSpanElement>();
  if (!isOverflowing) return null;
  return (
    <Menu>
      <span ref={ref} className={styles.more}>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton className={styles.button} appearance="subtle" size="small">
            {placeNames.more}
          </MenuButton>
        </MenuTrigger>
      </span>
      <MenuPopover>
        <MenuList>
          {places.map((place) => (
            <Hidden key={place.type} place={place} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
