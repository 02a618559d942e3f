/** What the stand-in Electron has inside: the launcher of the checkout that starts it. */
require(process.env.MEANDER_STAND_IN_LAUNCHER);
