import type { Route } from './route.ts';

export const driveRoutes: readonly Route[] = [];
