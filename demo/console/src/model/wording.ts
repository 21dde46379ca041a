/** The words of the contract as a support team says them. */

const REASONS: Record<string, string> = {
  asks_for_person: 'Asked for a person',
  safety_risk: 'Someone may be in danger',
  fraud_risk: 'Possible fraud or theft',
  legal_threat: 'Speaks of legal steps',
  vulnerable: 'May need special care',
  repeated_abuse: 'Abusive more than once',
  very_high_frustration: 'Very upset, twice running',
  high_frustration: 'Very upset',
  rising_frustration: 'Getting more upset',
  repeat_contact: 'Has contacted us before',
  threat_to_leave: 'May leave us',
  public_complaint: 'May complain in public',
  unanswered: 'The bot had no answer',
  customer_repeats: 'Had to repeat themselves',
  complex_matter: 'A complex matter',
  uncertain_and_negative: 'Unhappy, and hard to read',
  bot_repeats: 'The bot repeated itself',
  company_rule: 'One of our own rules',
};

const FLAGS: Record<string, string> = {
  abusive: 'Abusive',
  asks_for_person: 'Asks for a person',
  fraud_risk: 'Fraud risk',
  legal_threat: 'Legal steps',
  public_complaint: 'Public complaint',
  repeat_contact: 'Repeat contact',
  safety_risk: 'Safety risk',
  threat_to_leave: 'May leave',
  vulnerable: 'Vulnerable',
};

const TOPICS: Record<string, string> = {
  delivery: 'Delivery',
  returns_refunds: 'Returns and refunds',
  billing_payment: 'Billing and payment',
  order_change: 'Changing an order',
  cancellation: 'Cancellation',
  account_access: 'Account access',
  technical_problem: 'Technical problem',
  product_quality: 'Product quality',
  product_information: 'Product information',
  pricing_promotions: 'Prices and offers',
  booking: 'Booking',
  service_quality: 'Our service',
  security_fraud: 'Security and fraud',
  feedback_praise: 'Praise',
};

const LEVELS: Record<string, string> = {
  very_negative: 'Very negative',
  negative: 'Negative',
  neutral: 'Neutral',
  positive: 'Positive',
  very_positive: 'Very positive',
};

const TRENDS: Record<string, string> = {
  rising: 'getting better',
  steady: 'steady',
  falling: 'getting worse',
};

const PRIORITIES: Record<string, string> = {
  urgent: 'Urgent',
  high: 'High',
  normal: 'Normal',
  low: 'Low',
};

const ORIGINS: Record<string, string> = {
  accepted: 'Took the offer to talk to a person',
  asked: 'Pressed "Talk to a person"',
  connected: 'Brought in at once, by the policy',
};

export const reasonText = lookUp(REASONS);
export const flagText = lookUp(FLAGS);
export const topicText = lookUp(TOPICS);
export const levelText = lookUp(LEVELS);
export const trendText = lookUp(TRENDS);
export const priorityText = lookUp(PRIORITIES);
export const originText = lookUp(ORIGINS);

/** What stands for an escalation in the list: the strongest reason, or how it came. */
export function headline(escalation: {
  reason: string;
  decision: { reasons: string[] } | null;
}): string {
  const [first] = escalation.decision?.reasons ?? [];
  return first === undefined ? originText(escalation.reason) : reasonText(first);
}

/** What the customer said of earlier contact; empty when they said nothing. */
export function contactText(contact: {
  times: number | null;
  waiting_days: number | null;
}): string {
  const { times, waiting_days: days } = contact;
  const parts: string[] = [];
  if (times !== null) parts.push(times === 1 ? 'once' : `${formatNumber(times)} times`);
  if (days !== null) parts.push(days === 1 ? 'for a day' : `for ${formatNumber(days)} days`);
  if (parts.length === 0) return '';
  return times === null ? `Waiting ${parts[0]}` : `Has written ${parts.join(', waiting ')}`;
}

/** "English (United Kingdom)", or the tag when the browser has no name for it. */
export function languageText(locale: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}

export function percentText(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** `hasOwn`: a company's topic may well be called "constructor". */
function lookUp(words: Record<string, string>): (id: string) => string {
  return (id) => (Object.hasOwn(words, id) && words[id]) || humanise(id);
}

function formatNumber(value: number): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(value);
}

/** For ids of a company's own topics and of newer servers: "gift_cards" reads "Gift cards". */
function humanise(id: string): string {
  const words = id.replaceAll(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
