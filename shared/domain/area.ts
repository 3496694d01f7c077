/** A chefområde. Areas are data (the settings list), so an area is known by its id only. */
export type AreaId = string;

export type Area = { readonly id: AreaId; readonly name: string };

/** The areas of Viborg's Social, Sundhed & Omsorg; the settings list may hold others. */
export const defaultAreas: readonly Area[] = [
  { id: 'social', name: 'Social' },
  { id: 'sundhed', name: 'Sundhed' },
  { id: 'omsorg', name: 'Omsorg' },
];
