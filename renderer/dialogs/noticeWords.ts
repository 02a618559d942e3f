import type { TFunction } from 'i18next';
import { formatBytes, formatMoment } from '../../shared/i18n/formats.ts';
import { salvageWords } from '../../shared/i18n/salvageWords.ts';
import type { Language } from '../../shared/ipc/bridge.ts';
import type { CompareFault, JoinFault } from '../../shared/ipc/projectStore.ts';
import type { Notice } from '../state/sessionStore.ts';

/** What a notice says. */
export interface NoticeWords {
  readonly title: string;
  readonly text: string;
  /** Lines below the text. */
  readonly details?: readonly string[];
}

/** The sentences of a notice: what happened, what is safe, what to do. */
export function noticeWords(t: TFunction, language: Language, notice: Notice): NoticeWords {
  switch (notice.kind) {
    case 'open':
      return openWords(t, language, notice);
    case 'merge':
      return mergeWords(t, notice);
    case 'people':
      return peopleWords(t, language, notice);
    case 'salvaged':
      return { title: t('salvage.title'), text: t('salvage.text'), details: salvageWords(t, notice.report) };
    case 'moved': {
      const { fileName, to } = notice;
      return { title: t('moved.title', { name: fileName }), text: t('moved.text', { ...to, name: to.fileName }) };
    }
    case 'publish': {
      const { fault, fileName } = notice;
      const size = fault.code === 'diskFull' ? formatBytes(language, fault.needed) : '';
      const values = { name: fileName, size };
      const text = t(`fault.publish.${fault.code}.text`, values);
      return { title: t(`fault.publish.${fault.code}.title`, values), text };
    }
  }
}

/** Whether what stands in a file is certainly no version of a document. */
export function isWorthless(code: (CompareFault | JoinFault)['code']): boolean {
  return code === 'damaged' || code === 'empty' || code === 'notAProject';
}

function openWords(
  t: TFunction,
  language: Language,
  { fault, fileName, rescue }: Notice & { readonly kind: 'open' },
): NoticeWords {
  const sizes =
    fault.code === 'tooLarge'
      ? { size: formatBytes(language, fault.bytes), most: formatBytes(language, fault.most) }
      : { size: '', most: '' };
  const values = { name: fileName || t('app.untitled'), ...sizes };
  const title = t(`fault.open.${fault.code}.title`, values);
  const text = t(`fault.open.${fault.code}.text`, values);
  if (rescue === null) return { title, text };
  const details = rescue.hasRemains ? [t('rescue.remains')] : [];
  if (rescue.earlier !== null) details.unshift(t('rescue.earlier', { when: formatMoment(language, rescue.earlier) }));
  if (!rescue.hasRemains) return { title, text, details };
  return { title, text: t(fault.code === 'hostile' ? 'rescue.hostile' : 'rescue.damaged'), details };
}

function peopleWords(
  t: TFunction,
  language: Language,
  { fault, fileName }: Notice & { readonly kind: 'people' },
): NoticeWords {
  if (fault.code === 'nobody') {
    return { title: t('people.nobody.title', { name: fileName }), text: t('people.nobody.text') };
  }
  return openWords(t, language, { kind: 'open', fault, fileName, rescue: null });
}

function mergeWords(t: TFunction, { source, fault, fileName }: Notice & { readonly kind: 'merge' }): NoticeWords {
  const name = fileName;
  const { code } = fault;
  const say = (key: 'otherDocument' | 'otherCopy' | 'unreadable') => ({
    title: t(`fault.merge.${key}.title`, { name }),
    text: t(`fault.merge.${key}.text`, { name }),
  });
  if (code === 'otherDocument') return say(source === 'file' ? 'otherDocument' : 'otherCopy');
  if (source === 'file' && isWorthless(code)) return say('unreadable');
  if (source === 'file' && code === 'notAFile') {
    return { title: t('fault.publish.notAFile.title'), text: t('fault.publish.notAFile.text') };
  }
  if (code === 'notOpen' || code === 'otherVersion') return say('unreadable');
  return {
    title: t(`fault.open.${code}.title`, { name }),
    text: t(`fault.open.${code}.text`, { name, size: '', most: '' }),
  };
}
