/**
 * Sets the colours that the visitor chose earlier, before the first paint. Nothing is stored until
 * they use the switch in the header.
 */
import { applyTheme, storedTheme } from './theme.ts';

const theme = storedTheme();
if (theme) applyTheme(theme);
