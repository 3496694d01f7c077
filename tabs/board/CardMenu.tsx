import { Menu, MenuItemLink, MenuList, MenuPopover } from '@fluentui/react-components';
import type { BoardProject } from '#shared/domain/board.ts';
import { gateAfter } from '#shared/domain/gates.ts';
import { boardWords, sendToText } from '#shared/words/screens/board.ts';
import { projectHash } from '../shell/route.ts';

type CardMenuProps = {
  readonly project: BoardProject;
  readonly target: HTMLElement;
  readonly onClose: () => void;
};

/** All that dragging does, and a little more; opened with M or the right button. */
export const CardMenu = ({ project, target, onClose }: CardMenuProps) => {
  const atGate = project.waitingFor?.type === 'gate';
  const gate = project.type === 'digitek' && !atGate ? gateAfter(project.phase) : null;
  return (
    <Menu
      open
      onOpenChange={(_, data) => !data.open && onClose()}
      positioning={{ target, position: 'below', align: 'start', offset: -60 }}
    >
      <MenuPopover>
        <MenuList>
          <MenuItemLink href={projectHash(project.id)}>{boardWords.open}</MenuItemLink>
          {atGate && (
            <MenuItemLink href={projectHash(project.id, 'gate')}>
              {boardWords.openRequest}
            </MenuItemLink>
          )}
          {gate && (
            <MenuItemLink href={projectHash(project.id, 'gate')}>{sendToText(gate)}</MenuItemLink>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
