/** Light or dark: the system's choice until the visitor makes one. */

export type Theme = 'light' | 'dark';

const STORAGE_KEY = 'lowick-theme';

export function storedTheme(): Theme | null {
  try {
    const value = localStorage.getItem(STORAGE_KEY);
    return value === 'light' || value === 'dark' ? value : null;
  } catch {
    return null; // storage is switched off: follow the system
  }
}

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  document.querySelector('attune-chat')?.setAttribute('color-scheme', theme);
}

function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen) return chosen as Theme;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Makes `button` switch between light and dark. */
export function initThemeSwitch(button: HTMLButtonElement): void {
  const show = () => button.setAttribute('aria-pressed', String(currentTheme() === 'dark'));
  const stored = storedTheme();
  if (stored) applyTheme(stored); // the chat element did not exist yet when the page began
  button.addEventListener('click', () => {
    const theme = currentTheme() === 'dark' ? 'light' : 'dark';
    applyTheme(theme);
    show();
    try {
      localStorage.setItem(STORAGE_KEY, theme);
    } catch {
      // Without storage the choice lasts for this page.
    }
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show);
  show();
  button.hidden = false;
}
