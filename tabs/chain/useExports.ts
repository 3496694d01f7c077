import { at } from '#shared/contract/at.ts';
import { chainSvg, type Drawing, pictureSize } from '#shared/domain/chain/drawing.ts';
import { chainWords } from '#shared/words/chain/page.ts';
import { columnHeads } from '#shared/words/chain/words.ts';
import { saveFile } from '../shell/saveFile.ts';
import { useDownload } from '../shell/useDownload.ts';
import { type OnChain, useChain } from './onChain.tsx';

const drawingOf = ({ links, chain }: OnChain): Drawing => ({
  links: [...links.values()].map(({ drawn }) => drawn),
  edges: chain.edges,
});

/** Twice as many dots, so that it can be shown large. */
const sharpness = 2;

const pngOf = async (svg: string, drawing: Drawing): Promise<Blob | null> => {
  const { width, height } = pictureSize(drawing);
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const image = new Image(width, height);
  image.src = address;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * sharpness;
  canvas.height = height * sharpness;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
};

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
  const savePng = async (): Promise<void> => {
    const { svg, drawing } = picture();
    const png = await pngOf(svg, drawing);
    if (png) saveFile(png, `${name}.png`);
  };
  return {
    exporting,
    saveSvg,
    savePng: () => void savePng(),
    saveWord: () => void download(at('GET /api/projects/:id/chain/word', { id }), `${name}.docx`),
  };
};
