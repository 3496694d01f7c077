/** How wide this line is in Segoe UI, the font of Teams. */
const usual = 118;
const line = 'Chefgruppen · 14 dage';

let known: number | null = null;

const measured = (): number => {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return usual;
  const root = document.querySelector('.fui-FluentProvider') ?? document.body;
  context.font = `600 12px ${getComputedStyle(root).fontFamily}`;
  return context.measureText(line).width;
};

/**
 * How wide text runs here beside Segoe UI: 1 in Teams on Windows, more where the system's own
 * font is wider. Measured once, so that columns know how much fits without measuring any card.
 */
export const textWidth = (): number => {
  known ??= Math.max(1, Math.min(1.3, measured() / usual));
  return known;
};
