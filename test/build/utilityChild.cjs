/** A child for standInUtilityProcess.test.ts. */
process.parentPort.on('message', ({ data }) => {
  if (data === 'exit') process.exit(7);
  else if (data === 'print') process.stdout.write('printed\n');
  else process.parentPort.postMessage({ echoed: data, args: process.argv.slice(2), mark: process.env.MARK });
});
