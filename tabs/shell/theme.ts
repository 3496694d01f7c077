import {
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';

/** Teams' own names. Glass is light with effects we do not use. */
export type ThemeName = 'default' | 'dark' | 'contrast' | 'glass';

export const themes: Record<ThemeName, Theme> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
  glass: teamsLightTheme,
};

export const schemeOf: Record<ThemeName, 'light' | 'dark'> = {
  default: 'light',
  dark: 'dark',
  contrast: 'dark',
  glass: 'light',
};

/** What the browser itself asks for, where there is no Teams to say it. */
export const browserTheme = (): ThemeName => {
  if (matchMedia('(forced-colors: active)').matches) return 'contrast';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default';
};
