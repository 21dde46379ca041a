/** What a customer does with the chat, in the words of the interface. */
import type { Locator, Page } from '@playwright/test';

/** A message that no reader would call calm, with what it says about the contact so far. */
export const angryMessage =
  'This is the third time I am writing to you about my refund and NOBODY answers!!! I am fed up.';

export class Chat {
  readonly launcher: Locator;
  readonly panel: Locator;
  readonly log: Locator;
  readonly input: Locator;
  readonly prompt: Locator;
  readonly request: Locator;

  constructor(page: Page) {
    this.launcher = page.getByRole('button', { name: 'Chat with us' });
    this.panel = page.locator('attune-chat [role="dialog"]');
    this.log = this.panel.getByRole('log');
    this.input = this.panel.getByRole('textbox', { name: 'Your message' });
    this.prompt = this.panel.locator('[part="prompt"]');
    this.request = this.panel.locator('[part="request"]');
  }

  async open(): Promise<void> {
    await this.launcher.click();
    await this.input.waitFor();
  }

  /** Writes a message and waits until the assistant has answered it. */
  async say(text: string): Promise<void> {
    const answers = this.log.locator('.message.bot:not(.typing)');
    const before = await answers.count();
    await this.input.fill(text);
    await this.input.press('Enter');
    await answers.nth(before).waitFor();
  }

  async accept(): Promise<void> {
    await this.prompt.getByRole('button', { name: 'Talk to a person' }).click();
  }

  async decline(): Promise<void> {
    await this.prompt.getByRole('button', { name: 'Keep chatting' }).click();
  }
}
