import type { StoryGiven } from './rules.ts';
import type { About, Content } from './story.ts';

/*
 * What a client sends, as it may be kept: signs that cannot be seen, read aloud or stored in a list
 * are left out before anything is judged, so that what is signed off is what is kept.
 */

/** All control signs but tab and line feed, and halves of signs. */
const unkeepable = /[\p{Cs}\p{Noncharacter_Code_Point}]|[^\P{Cc}\t\n]/gu;

/** Running text: line breaks are line feeds, however the sender's machine writes them. */
export const keptText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(unkeepable, '');

/** One line: a title, a name, an alternative text. */
export const keptLine = (text: string): string => keptText(text).replace(/[\n\t]+/g, ' ');

const keptContent = ({ text, pictures, files }: Content): Content => ({
  text: keptText(text),
  pictures: pictures.map((picture) => ({
    ...picture,
    alt: keptLine(picture.alt),
    consent: keptLine(picture.consent),
  })),
  files: files.map(({ title, link, version }) => ({
    title: keptLine(title),
    link: keptLine(link),
    version: keptLine(version),
  })),
});

const keptAbout = (about: About): About => ({ ...about, title: keptLine(about.title) });

export const keptGiven = (given: StoryGiven): StoryGiven => {
  switch (given.type) {
    case 'saved':
      return { ...given, content: keptContent(given.content), about: keptAbout(given.about) };
    case 'suggested':
      return { ...given, text: keptText(given.text) };
    case 'published':
      return { ...given, outlet: keptLine(given.outlet) };
    case 'accepted':
    case 'planned':
      return given;
    default:
      return { ...given, comment: keptText(given.comment) };
  }
};
