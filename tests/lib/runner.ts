/** Runs steps one after the other, goes on after failures, and sums up what the tests counted. */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync, rmSync, type WriteStream } from 'node:fs';
import { type Counts, readReport } from './reports.ts';
import { reportPath, type Step } from './steps.ts';

const logFolder = 'build/logs';
const shownLinesOfFailure = 100;
const defaultLimitMinutes = 15;

/** Lines of success, which would push the failures out of what is shown. */
const noise = /\bPassed\s+[0-9.]+ sec$|^\s*Start\s+\d+: |^\[\d+\/\d+\] |^\s*\u2713/;

/** Runs `steps` and returns the sum of their counts. */
export async function runSteps(steps: Step[]): Promise<Counts> {
  mkdirSync(logFolder, { recursive: true });
  mkdirSync('build/reports', { recursive: true });
  const sum: Counts = { passed: 0, failed: 0, skipped: 0 };
  const broken = new Set<string>();
  for (const [index, step] of steps.entries()) {
    console.log(`[${index + 1}/${steps.length}] ${step.name}: ${step.what}`);
    const startedAt = performance.now();
    const counts = await runStep(step, broken);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    if (counts.failed > 0) broken.add(step.name);
    console.log(`    ${describe(counts, step)} in ${seconds} s`);
    sum.passed += counts.passed;
    sum.failed += counts.failed;
    sum.skipped += counts.skipped;
  }
  if (broken.size > 0) console.log(`\nFailed: ${[...broken].join(', ')} (logs in ${logFolder})`);
  return sum;
}

export function summary({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function describe(counts: Counts, step: Step): string {
  if (step.report !== undefined) return summary(counts);
  return counts.failed > 0 ? 'FAILED' : 'ok';
}

async function runStep(step: Step, broken: Set<string>): Promise<Counts> {
  const cause = step.needs?.find((name) => broken.has(name));
  if (cause !== undefined) {
    console.log(`    not run: ${cause} failed`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const logPath = `${logFolder}/${step.name}.log`;
  if (step.report !== undefined) rmSync(reportPath(step.name, step.report), { force: true });

  const log = createWriteStream(logPath);
  const problem = await runCommands(step, log);
  await new Promise((resolve) => log.end(resolve));

  const counts = countTests(step, problem);
  if (counts.failed > 0) showFailure(logPath, problem);
  return counts;
}

/** A failed command counts as a failure even where the report knows of none, and vice versa. */
function countTests(step: Step, problem: string | undefined): Counts {
  if (step.report === undefined) {
    return { passed: problem ? 0 : 1, failed: problem ? 1 : 0, skipped: 0 };
  }
  try {
    const counts = readReport(step.report, reportPath(step.name, step.report));
    if (counts.failed === 0 && (problem !== undefined || counts.passed === 0)) counts.failed = 1;
    return counts;
  } catch (error) {
    console.log(`    no usable report: ${error instanceof Error ? error.message : error}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

async function runCommands(step: Step, log: WriteStream): Promise<string | undefined> {
  const deadline = Date.now() + (step.limitMinutes ?? defaultLimitMinutes) * 60_000;
  for (const command of step.commands) {
    log.write(`$ ${command.join(' ')}\n`);
    const problem = await runCommand(command, log, deadline, environment(step));
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function environment(step: Step): NodeJS.ProcessEnv {
  const env = { ...process.env, NO_COLOR: '1' };
  if (step.report === 'playwright') {
    return { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: reportPath(step.name, step.report) };
  }
  return env;
}

/** Resolves with what went wrong, or undefined. The child leads a process group of its own. */
function runCommand(
  command: string[],
  log: WriteStream,
  deadline: number,
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const [program = '', ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const stop = (): void => killGroup(child.pid);
    const timer = setTimeout(stop, Math.max(0, deadline - Date.now()));
    const interrupted = (): void => {
      stop();
      process.exit(130);
    };
    process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        log.write(chunk);
        showProgress(chunk);
      });
    }
    const finish = (problem: string | undefined): void => {
      clearTimeout(timer);
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
      clearProgress();
      resolve(problem);
    };
    child.on('error', (error) => finish(`${program} could not be started: ${error.message}`));
    child.on('close', (code, signal) => {
      if (code === 0) finish(undefined);
      else if (Date.now() >= deadline) finish(`${program} was stopped: it took too long`);
      else finish(`${program} ended with ${signal ?? `exit code ${code}`}`);
    });
  });
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // The group has ended by itself.
  }
}

/** On a terminal the last line of output shows that something moves. */
function showProgress(chunk: Buffer): void {
  if (!process.stdout.isTTY) return;
  const lines = chunk.toString('utf8').split(/[\r\n]+/);
  const line = lines.findLast((text) => text.trim() !== '');
  if (line === undefined) return;
  const width = (process.stdout.columns || 80) - 6;
  process.stdout.write(`\r\x1b[2K    ${line.replace(/[^\x20-\x7e]/g, '').slice(0, width)}`);
}

function clearProgress(): void {
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[2K');
}

function showFailure(logPath: string, problem: string | undefined): void {
  const lines = readFileSync(logPath, 'utf8').trimEnd().split('\n');
  const shown = lines.filter((line) => !noise.test(line)).slice(-shownLinesOfFailure);
  console.log(`--- end of ${logPath}, ${shown.length} of ${lines.length} lines`);
  console.log(shown.join('\n'));
  console.log(`--- ${problem ?? 'tests failed'}`);
}
