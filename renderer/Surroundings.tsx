import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { ApplicationContext } from './ApplicationContext.ts';
import type { Application } from './application.ts';

/** What every component of a window stands in: its application, its language, and what the libraries need. */
export function Surroundings({ app, children }: { readonly app: Application; readonly children: ReactNode }) {
  return (
    <CSPProvider disableStyleElements>
      <I18nextProvider i18n={app.i18n}>
        <ApplicationContext value={app}>
          <Tooltip.Provider>{children}</Tooltip.Provider>
        </ApplicationContext>
      </I18nextProvider>
    </CSPProvider>
  );
}
