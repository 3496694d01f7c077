import { at } from '#shared/contract/at.ts';
import { chainSvg, type Drawing, pictureSize } from '#shared/domain/chain/drawing.ts';
import { chainWords } from '#shared/words/chain/page.ts';
import { columnHeads } from '#shared/words/chain/words.ts';
import { pictureWords } from '#shared/words/screens/picture.ts';
import { saveFile } from '../shell/saveFile.ts';
import { savePng } from '../shell/savePicture.ts';
import { useDownload } from '../shell/useDownload.ts';
import { type OnChain, useChain } from './onChain.tsx';

const drawingOf = ({ links, chain }: OnChain): Drawing => ({
  links: [...links.values()].map(({ drawn }) => drawn),
  edges: chain.edges,
});

/** The chain as it is on screen, for the person to keep. */
export const useExports = () => {
  const on = useChain();
  const { exporting, download } = useDownload(({ text }) => on.onSay(text));
  const { id, title } = on.reply.project;
  const name = chainWords.fileName(title);
  const picture = (): { readonly svg: string; readonly drawing: Drawing } => {
    const drawing = drawingOf(on);
    const svg = chainSvg(
      drawing,
      columnHeads,
      chainWords.pictureTitle(title, drawing.links.length),
    );
    return { svg, drawing };
  };
  const saveSvg = (): void =>
    saveFile(new Blob([picture().svg], { type: 'image/svg+xml' }), `${name}.svg`);
  const saveDots = async (): Promise<void> => {
    const { svg, drawing } = picture();
    if (!(await savePng({ svg, ...pictureSize(drawing) }, name))) on.onSay(pictureWords.failed);
  };
  return {
    exporting,
    saveSvg,
    savePng: () => void saveDots(),
    saveWord: () => void download(at('GET /api/projects/:id/chain/word', { id }), `${name}.docx`),
  };
};
