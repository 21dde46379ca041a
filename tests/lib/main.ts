/** The part of `tests/run` and `.ci/run` that follows once Node and the packages are there. */
import { runSteps, summary } from './runner.ts';
import { type Step, steps } from './steps.ts';

const usage = `usage: tests/run [--fast | --all | --list] [STEP...]
  (nothing)  every test
  --fast     native and unit tests only
  --all      every test, and the checks of layout, lint and size
  STEP       these steps, and the builds that they need
  --list     names the steps`;

/** The steps that `args` ask for, in their fixed order; undefined when they make no sense. */
function choose(args: string[]): Step[] | undefined {
  if (args.length === 0) return steps.filter((step) => step.group === 'test');
  if (args[0] === '--fast' && args.length === 1) return steps.filter((step) => step.fast === true);
  if (args[0] === '--all' && args.length === 1) return steps;
  const wanted = new Set<string>();
  const add = (name: string): boolean => {
    const step = steps.find((candidate) => candidate.name === name);
    if (step === undefined) return false;
    wanted.add(name);
    return (step.needs ?? []).every(add);
  };
  return args.every(add) ? steps.filter((step) => wanted.has(step.name)) : undefined;
}

const args = process.argv.slice(2);
if (args[0] === '--help') {
  console.log(usage);
  process.exit(0);
}
if (args[0] === '--list') {
  for (const step of steps) console.log(`${step.name.padEnd(14)} ${step.what}`);
  process.exit(0);
}
const chosen = choose(args);
if (chosen === undefined) {
  console.error(usage);
  process.exit(2);
}
const counts = await runSteps(chosen);
console.log(`\n${summary(counts)}`);
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
