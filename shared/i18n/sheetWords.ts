import type { Language } from '../ipc/bridge.ts';
import type { GuideWords, LayoutWords } from '../layout/layoutWords.ts';
import type { PosterWords } from '../scene/posterWords.ts';
import type { SceneWords } from '../scene/sceneWords.ts';
import { formatDay, formatDecimal } from './formats.ts';
import type { Translate } from './translator.ts';

/** The words that decide how wide and high things on a sheet are. */
export function layoutWords(translate: Translate): LayoutWords {
  return {
    online: translate('sheet.online'),
    offline: translate('sheet.offline'),
    assumption: translate('sheet.assumption'),
    researched: translate('sheet.researched'),
    untitled: translate('left.untitledMap'),
    badges: (map) =>
      [translate(`mapState.${map.state}`), translate(`audience.${map.audience}`), map.business].filter(
        (badge) => badge !== '',
      ),
  };
}

/** The words drawn on a sheet that nobody typed. */
export function sceneWords(translate: Translate): SceneWords {
  return {
    momentOfTruth: translate('sheet.momentOfTruth'),
    veryGood: translate('sheet.veryGood'),
    neutral: translate('sheet.neutral'),
    veryBad: translate('sheet.veryBad'),
    setPoint: translate('guide.setPoint'),
    borders: {
      interaction: translate('sheet.interaction'),
      visibility: translate('sheet.visibility'),
      internal: translate('sheet.internal'),
    },
  };
}

/** What a map asks in the window while it is being begun. */
export function guideWords(translate: Translate): GuideWords {
  return {
    scenario: translate('guide.scenario'),
    goal: translate('guide.goal'),
    questions: {
      goals: [translate('guide.question.goals')],
      actions: [translate('guide.question.actions'), translate('guide.question.nextAction')],
      touchpoints: [translate('guide.question.touchpoints')],
      thoughts: [translate('guide.question.thoughts')],
      emotions: [],
      pains: [translate('guide.question.pains')],
      opportunities: [translate('guide.question.opportunities')],
      backstage: [translate('guide.question.backstage')],
      measures: [translate('guide.question.measures')],
      pictures: [translate('guide.question.pictures')],
      text: [translate('guide.question.text')],
    },
  };
}

/** The words of a poster. */
export function posterWords(language: Language, translate: Translate): PosterWords {
  return {
    wants: translate('poster.wants'),
    dreads: translate('poster.dreads'),
    key: {
      title: translate('poster.key'),
      action: translate('poster.action'),
      thought: translate('poster.thought'),
      question: translate('poster.question'),
      quote: translate('poster.quote'),
      pain: translate('poster.pain'),
      severity: translate('poster.severity'),
      dropOff: translate('poster.dropOff'),
      opportunity: translate('poster.opportunity'),
      idea: translate('poster.idea'),
      online: translate('poster.online'),
      offline: translate('poster.offline'),
      researched: translate('poster.researched'),
      assumption: translate('poster.assumption'),
      momentOfTruth: translate('poster.momentOfTruth'),
    },
    version: ({ version, date }) =>
      date === ''
        ? translate('poster.version', { version })
        : translate('poster.versionOf', { version, day: formatDay(language, date) }),
    madeBy: ({ authors, basis }) => {
      if (authors !== '' && basis !== '') return translate('poster.madeByFrom', { authors, basis });
      if (authors !== '') return translate('poster.madeBy', { authors });
      return basis === '' ? '' : translate('poster.madeFrom', { basis });
    },
    paper: (paper) => translate('poster.paper', { paper }),
    smallestText: (points) => translate('poster.smallestText', { points: formatDecimal(language, points) }),
  };
}
