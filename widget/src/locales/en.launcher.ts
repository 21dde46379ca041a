import type { LauncherText } from './locale.ts';

export const enLauncher: LauncherText = {
  tag: 'en',
  open: 'Chat with us',
  failed: 'The chat could not be loaded. Please check your connection.',
  retry: 'Try again',
};
