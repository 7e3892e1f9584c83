import { texts } from '../texts';
import { IconButton } from './IconButton';
import { setTheme, useTheme, type ThemeChoice } from './theme';

const order: Record<ThemeChoice, ThemeChoice> = { system: 'light', light: 'dark', dark: 'system' };
const icons = { system: 'circleHalf', light: 'sun', dark: 'moon' } as const;

/** Goes through the three choices: as the system, light, dark. */
export function ThemeButton(): JSX.Element {
  const theme = useTheme();
  return <IconButton icon={icons[theme]} label={texts.header.theme[theme]} onClick={() => setTheme(order[theme])} />;
}
