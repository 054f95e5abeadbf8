import { gather, type Tool } from '@coop/shared/graphql';
import type { Command } from 'commander';
import { addOptions, sentence } from './file-kinds';
import { say, warn } from './say';
import type { Shell } from './shell';

/**
 * `coop tally FILE`: a command for each tool of the subgraphs.
 * @throws Error when a tool has the name of another command
 */
export function toolCommands(program: Command, { subgraphs }: Shell): void {
  for (const subgraph of subgraphs)
    for (const tool of gather(subgraph, 'tools')) {
      if (program.commands.some((command) => command.name() === tool.name))
        throw new Error(`The tool ${tool.name} of ${subgraph.name} has the name of another command.`);
      addTool(program, subgraph.name, tool);
    }
}

function addTool(program: Command, subgraph: string, tool: Tool): void {
  const command = program
    .command(tool.name)
    .summary(tool.summary)
    .description(`${sentence(tool.summary)} Needs no database. Belongs to the subgraph ${subgraph}.`);
  for (const { name, description } of tool.arguments) command.argument(name, description);
  addOptions(command, tool.options);
  command.action(async () => {
    const code = await tool.run({ arguments: command.args, options: command.opts(), say, warn });
    if (code !== 0) process.exitCode = code;
  });
}
