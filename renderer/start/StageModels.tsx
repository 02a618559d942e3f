import { useTranslation } from 'react-i18next';
import type { TemplateName } from '../../shared/ipc/bridge.ts';
import { STAGE_COLOURS } from '../../shared/records/stage.ts';
import { useApplication } from '../ApplicationContext.ts';
import { openProject } from '../commands/openProject.ts';
import styles from './StageModels.module.css';
import templates from './templates.module.css';

/** The stage models people use, each a template. */
const MODELS = [
  { template: 'five-stage-shop', stages: ['awareness', 'consideration', 'purchase', 'retention', 'advocacy'] },
  { template: 'service', stages: ['awareness', 'consideration', 'acquisition', 'service', 'loyalty'] },
  { template: 'checkout', stages: ['awareness', 'consideration', 'purchase', 'service', 'loyaltyExpansion'] },
  { template: 'reputation', stages: ['awareness', 'reputation', 'consideration', 'sales', 'loyalty'] },
  { template: 'see-think-do-care', stages: ['see', 'think', 'do', 'care'] },
] as const satisfies readonly { readonly template: TemplateName; readonly stages: readonly string[] }[];

/** Five ways to cut a journey into stages; choosing one opens a map that has them. */
export function StageModels() {
  const { t } = useTranslation();
  const app = useApplication();
  return (
    <section>
      <h2>{t('start.stageModels')}</h2>
      <ul className={templates.cards}>
        {MODELS.map(({ template, stages }) => (
          <li key={template}>
            <button
              type="button"
              className={`${templates.card} ${styles.model}`}
              onClick={() => openProject(app, () => app.bridge.openTemplate(template))}
            >
              <span className={styles.name}>{t(`template.${template}`)}</span>
              {stages.map((stage, at) => (
                <span key={stage} className={styles.stage}>
                  <span style={{ background: `var(--${STAGE_COLOURS[at]}-head)` }} aria-hidden="true">
                    {at + 1}
                  </span>
                  {t(`stageName.${stage}`)}
                </span>
              ))}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
