/** What the tab says itself when the server has no sentence of its own. */
export const remoteWords = {
  unreachable: 'Vi kan ikke få forbindelse lige nu. Prøv igen om lidt.',
  fault: 'Noget gik galt hos os. Prøv igen om lidt.',
} as const;
