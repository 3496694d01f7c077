/** The commands of the message extension, as the manifest names them and Teams sends them back. */
export const extensionCommands = {
  /** From the menu of a message. */
  makeIdea: 'makeIdea',
  /** From the box one writes in. */
  findProject: 'findProject',
} as const;

/** What the search sends its words as. */
export const wordsParameter = 'words';
