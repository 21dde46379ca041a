/** What the launcher says; it is part of the page's first load, so it is kept apart. */
export interface LauncherText {
  /** BCP 47 tag of the language. */
  readonly tag: string;
  readonly open: string;
  readonly failed: string;
  readonly retry: string;
}

/**
 * Every other word that the widget itself says, in one language. Answers, acknowledgements and
 * explanations are the core's. A sentence that needs a value is a function, so that a language
 * can put the value where its grammar wants it.
 */
export interface Locale {
  /** BCP 47 tag of the language. */
  readonly tag: string;

  readonly assistant: string;
  readonly disclosure: string;
  readonly greeting: string;
  readonly dialog: (assistant: string) => string;

  readonly options: string;
  readonly talkToPerson: string;
  readonly startOver: string;
  readonly close: string;

  readonly messages: string;
  readonly you: string;
  readonly typing: (assistant: string) => string;
  readonly showAll: string;
  readonly showLess: string;
  readonly newest: string;
  readonly suggestions: string;
  readonly opensInNewTab: string;

  readonly message: string;
  readonly placeholder: string;
  readonly send: string;
  readonly tooLong: (length: string, limit: string) => string;
  readonly leftOut: (length: string, limit: string) => string;

  readonly offer: string;
  readonly keepChatting: string;
  readonly askedForPerson: string;

  readonly passing: string;
  readonly passed: string;
  readonly passedHint: string;
  readonly waitingOffline: string;
  readonly waitingServer: string;
  readonly refused: string;
  readonly notConnected: string;
  readonly contact: string;
  readonly tryAgain: string;

  readonly plainAnswer: string;
  readonly plainAnswerWithTopics: string;
  readonly plainPickOne: string;
  readonly otherTopics: string;
  readonly ended: string;
}
