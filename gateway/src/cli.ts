import 'reflect-metadata';
import { failureText } from '@coop/shared/serving';
import { buildProgram } from './cli/program';

buildProgram(process.env)
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`${failureText(error)}\n`);
    process.exitCode = 1;
  });
