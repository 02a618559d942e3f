import { useTranslation } from 'react-i18next';
import { useApplication } from '../ApplicationContext.ts';
import { openProject } from '../commands/openProject.ts';
import styles from './JourneyTypes.module.css';
import { JOURNEY_TYPES } from './journeyTypes.ts';
import { TypicalRiver } from './TypicalRiver.tsx';
import templates from './templates.module.css';

/** Kinds of journey people recognise; choosing one opens a map that says how it usually goes. */
export function JourneyTypes() {
  const { t } = useTranslation();
  const app = useApplication();
  return (
    <section>
      <h2>
        {t('start.journeyTypes')} <span>{t('start.journeyTypesHint')}</span>
      </h2>
      <ul className={templates.cards}>
        {JOURNEY_TYPES.map(({ template, feelings, turn }) => (
          <li key={template}>
            <button
              type="button"
              className={`${templates.card} ${styles.type}`}
              onClick={() => openProject(app, () => app.bridge.openTemplate(template))}
            >
              <TypicalRiver feelings={feelings} turn={turn} />
              <span className={styles.name}>{t(`template.${template}`)}</span>
              <span className={styles.for}>{t(`journeyType.${template}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
