import type { Reply, ReplyAction } from '@attune/web/types';
import type { Locale } from '../locales/locale.ts';
import type { Menu, MenuSolution, MenuTopic } from '../playbook.ts';
import { asButtonLabel } from '../text.ts';
import type { Answer, Responder } from './responder.ts';

/**
 * Answers without the core: the playbook's topics as buttons, and an honest word for typed text.
 * It reads nothing into messages, so it gives no results and no decisions.
 */
export class PlainMode implements Responder {
  readonly mode = 'plain';
  readonly #menu: Menu;
  readonly #texts: Locale;
  /** What each button that was shown stands for. */
  readonly #choices = new WeakMap<ReplyAction, MenuTopic | MenuSolution>();

  constructor(menu: Menu, texts: Locale) {
    this.#menu = menu;
    this.#texts = texts;
  }

  introduction(): Reply {
    const { plainAnswer, plainAnswerWithTopics } = this.#texts;
    const { topics } = this.#menu;
    const actions = topics.map((topic) => this.#button(topic.label, topic));
    return { text: topics.length > 0 ? plainAnswerWithTopics : plainAnswer, actions };
  }

  customerTurn(_text: string, _at: number, action?: ReplyAction): Answer {
    const choice = action && this.#choices.get(action);
    return { reply: choice ? this.#open(choice) : this.introduction(), result: undefined };
  }

  #open(choice: MenuTopic | MenuSolution): Reply {
    if (!('solutions' in choice)) return this.#solve(choice);
    const [first, ...others] = choice.solutions;
    if (first && others.length === 0) return this.#solve(first);
    const buttons = choice.solutions.map((solution) => this.#button(solution.title, solution));
    return { text: this.#texts.plainPickOne, actions: buttons };
  }

  /** A solution's quick replies would be read by the core, so they are left out without it. */
  #solve({ text, actions }: MenuSolution): Reply {
    const pressable = actions.filter((action) => action.message === undefined);
    const { otherTopics } = this.#texts;
    const others = { id: 'topics', label: otherTopics, message: otherTopics };
    return { text, actions: this.#menu.topics.length > 1 ? [...pressable, others] : pressable };
  }

  #button(name: string, choice: MenuTopic | MenuSolution): ReplyAction {
    const label = asButtonLabel(name, this.#texts.tag);
    const action = { id: 'topic', label, message: label };
    this.#choices.set(action, choice);
    return action;
  }

  // Nothing is kept: there is no state that a decision could depend on.
  botTurn(): void {}
  event(): void {}
  dispose(): void {}
}
