import { Button } from '@fluentui/react-components';
import { ImageRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { type BarPicture, barsSvg } from '#shared/domain/picture/bars.ts';
import { pictureWords } from '#shared/words/screens/picture.ts';
import { savePng } from './savePicture.ts';

type Props = {
  /** Drawn when it is asked for. */
  readonly picture: () => BarPicture;
  /** The file's name, without its ending. */
  readonly name: string;
  readonly size?: 'small' | 'medium';
};

/** A chart of the page as a picture, for a slide or a mail; its figures stand in it. */
export const PictureButton = ({ picture, name, size = 'medium' }: Props) => {
  const [said, setSaid] = useState('');
  const save = async (): Promise<void> => {
    const isSaved = await savePng(barsSvg(picture()), name);
    setSaid(isSaved ? '' : pictureWords.failed);
  };
  return (
    <span>
      <Button appearance="subtle" size={size} icon={<ImageRegular />} onClick={() => void save()}>
        {pictureWords.save}
      </Button>
      <span role="status">{said}</span>
    </span>
  );
};
