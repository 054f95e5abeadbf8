import 'reflect-metadata';
import { runUntilSignal } from '@coop/shared/serving';
import { start } from './cli/start';

void runUntilSignal(() => start(process.env));
