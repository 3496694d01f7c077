const danish = new Intl.ListFormat('da');

/** "Social", "Social og Sundhed", "Social, Sundhed og Omsorg". */
export const listed = (names: readonly string[]): string => danish.format(names);
