import { LOCALES, localize, type Locale, type LocalizedText } from '@koma/core/plugin';
import { KomaError } from '@koma/core/errors';
import en from './en.json';
import ja from './ja.json';
import zhHans from './zh-Hans.json';

export type MessageKey = keyof typeof en;
type Messages = Record<MessageKey, string>;
type Values = Readonly<Record<string, string | number>>;

// Typed so that a language with a missing or a surplus key does not compile.
const MESSAGES: Record<Locale, Messages> = { en, ja, 'zh-Hans': zhHans };

export const LOCALE_NAMES: Record<Locale, string> = { en: 'English', ja: '日本語', 'zh-Hans': '简体中文' };

const STORAGE_KEY = 'koma.locale';

/** The language of the interface; changing it changes every text at once. */
class I18n {
  locale = $state<Locale>(initialLocale());

  setLocale(locale: Locale): void {
    this.locale = locale;
    document.documentElement.lang = locale;
    try {
      localStorage.setItem(STORAGE_KEY, locale);
    } catch {
      // Private modes may refuse storage; the choice then lasts as long as the page.
    }
  }

  /** A message with its `{placeholders}` filled in. */
  t = (key: MessageKey, values: Values = {}): string =>
    MESSAGES[this.locale][key].replace(/\{(\w+)\}/g, (placeholder, name: string) =>
      String(values[name] ?? placeholder),
    );

  /** A text from a plugin's manifest. */
  text = (text: LocalizedText): string => localize(text, this.locale);

  /** What to tell a person about an error. Unknown ones show their own message. */
  error(error: unknown): string {
    if (error instanceof KomaError) {
      const key = `error.${error.code}`;
      const complete = key in en && !/\{\w+\}/.test(this.t(key as MessageKey, error.details));
      return complete ? this.t(key as MessageKey, error.details) : error.message;
    }
    return error instanceof Error ? error.message : String(error);
  }
}

function initialLocale(): Locale {
  let stored: string | null = null;
  try {
    stored = localStorage.getItem(STORAGE_KEY);
  } catch {
    // see setLocale
  }
  const wanted = [stored ?? '', ...navigator.languages];
  for (const language of wanted) {
    const match = LOCALES.find((locale) => language.toLowerCase().startsWith(locale.slice(0, 2)));
    if (match) return match;
  }
  return 'en';
}

export const i18n = new I18n();
