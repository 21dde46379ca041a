import type { Locale } from './locale.ts';

export const en: Locale = {
  tag: 'en',

  assistant: 'Assistant',
  disclosure: "You're chatting with an AI assistant",
  greeting: 'Hello. What can I help you with?',
  dialog: (assistant) => `Chat with ${assistant}`,

  options: 'More options',
  talkToPerson: 'Talk to a person',
  startOver: 'Start over',
  close: 'Close chat',

  messages: 'Messages',
  you: 'You',
  typing: (assistant) => `${assistant} is typing`,
  showAll: 'Show all',
  showLess: 'Show less',
  newest: 'Newest message',
  suggestions: 'Suggestions',
  opensInNewTab: 'opens in a new tab',

  message: 'Your message',
  placeholder: 'Write a message',
  send: 'Send',
  tooLong: (length, limit) =>
    `This message has ${length} characters. At most ${limit} can be sent at once: please shorten it or send it in parts.`,
  leftOut: (length, limit) =>
    `A text of ${length} characters was left out. At most ${limit} can be sent at once: please send it in parts.`,

  offer: 'Would you like to talk to a person?',
  keepChatting: 'Keep chatting',
  askedForPerson: 'You asked to talk to a person.',

  passing: 'Passing this on\u2026',
  passed: 'Passed on to the team.',
  passedHint: 'You can keep chatting here meanwhile.',
  waitingOffline: "Waiting for connection \u2013 we'll pass this on as soon as you're back online.",
  waitingServer: "Waiting for connection \u2013 the team can't be reached, we keep trying.",
  refused: 'This could not be passed on.',
  notConnected: 'This chat is not connected to a team, so nothing was passed on.',
  contact: 'Contact us',
  tryAgain: 'Try again',

  plainAnswer:
    "I can't read messages at the moment, so I have no answer to this. You can talk to a person instead.",
  plainAnswerWithTopics:
    "I can't read messages at the moment. I can answer the topics below, or you can talk to a person.",
  plainPickOne: 'Which of these is it about?',
  otherTopics: 'Something else',
  ended: 'This conversation has ended. Write a message to start a new one.',
};
