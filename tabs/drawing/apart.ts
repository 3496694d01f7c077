/* Circles that would hide each other are moved a little apart, so that each can be seen and pressed. */

export type Circle = { readonly x: number; readonly y: number; readonly r: number };

/** How often everything is looked at; more moves nothing any more. */
const rounds = 60;
/** Between two edges. */
const gap = 0.8;

type Moved = { x: number; y: number; readonly r: number; readonly home: Circle };

/** Away from each other along the line between them; from one place, to the side. */
const push = (one: Moved, other: Moved): void => {
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const distance = Math.hypot(dx, dy);
  const lacks = one.r + other.r + gap - distance;
  if (lacks <= 0) return;
  const [ux, uy] = distance < 0.01 ? [1, 0] : [dx / distance, dy / distance];
  one.x -= (ux * lacks) / 2;
  one.y -= (uy * lacks) / 2;
  other.x += (ux * lacks) / 2;
  other.y += (uy * lacks) / 2;
};

/**
 * The circles, in the order given, none over another where there is room for it: each moved by no more
 * than `most`, and on the side of the level line on which it stood.
 */
export const apart = (
  circles: readonly Circle[],
  { most, line }: { readonly most: number; readonly line: number },
): readonly Circle[] => {
  const moved = circles.map((home): Moved => ({ ...home, home }));
  const hold = (one: Moved): void => {
    const { home } = one;
    const far = Math.hypot(one.x - home.x, one.y - home.y);
    const back = far > most ? most / far : 1;
    one.x = home.x + (one.x - home.x) * back;
    one.y = home.y + (one.y - home.y) * back;
    one.y =
      home.y <= line
        ? Math.min(one.y, Math.max(line - 1, home.y))
        : Math.max(one.y, Math.min(line + 1, home.y));
  };
  for (let round = 0; round < rounds; round += 1) {
    moved.forEach((one, place) => {
      for (const other of moved.slice(place + 1)) push(one, other);
    });
    moved.forEach(hold);
  }
  return moved.map(({ x, y, r }) => ({ x, y, r }));
};
