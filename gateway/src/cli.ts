import 'reflect-metadata';
import { failureText } from '@coop/shared/serving';
import { buildProgram } from './cli/program';
import { ComposeError } from './supergraph';

buildProgram(process.env)
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof ComposeError ? error.message : failureText(error)}\n`);
    process.exitCode = 1;
  });
