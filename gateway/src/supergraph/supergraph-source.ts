import { NODE_SUBGRAPH, nodeSdl } from '../node/node-subgraph';
import { type PublicType, publicTypes } from '../node/public-types';
import type { Log } from '../log';
import { apiSchemaOf } from './api-schema';
import { composeSupergraph, demandReadable, type Service } from './compose';
import { ComposeError } from './compose-error';
import { partnerProblems } from './partner-rules';

/** A partner's own subgraph, as configured. */
export interface PartnerAddress {
  readonly name: string;
  /** Its GraphQL address, which also answers `{ _service { sdl } }`. */
  readonly url: string;
}

/** What the gateway serves. */
export interface Composition {
  readonly supergraphSdl: string;
  /** What `node` finds, the partners' own types included. */
  readonly publicTypes: readonly PublicType[];
}

/** How it stands with a partner. */
export interface PartnerState {
  readonly name: string;
  /** True when the graph being served includes the partner. */
  readonly joined: boolean;
  /** Why it is not included, or why its newest schema is not; null when all is well. */
  readonly reason: string | null;
}

interface Partner extends PartnerAddress {
  /** The schema that is part of the graph. */
  good: string | null;
  /** The schema that the partner last showed. */
  latest: string | null;
  /** What was last tried and refused, so that it is tried again only when something changed. */
  refused: string | null;
  reason: string | null;
}

/** What a supergraph source needs. */
export interface SupergraphSourceOptions {
  /** Our own subgraphs; the generated one is added. */
  readonly services: readonly Service[];
  /** The committed supergraph; composed from the services when it is left out. */
  readonly committed?: string | undefined;
  readonly partners: readonly PartnerAddress[];
  /** A partner's SDL as it is now. Throws when the partner does not answer. */
  readSdl(partner: PartnerAddress): Promise<string>;
  readonly log: Log;
}

/**
 * Our own subgraphs and the generated one that finds things by id, `node`, as services to compose.
 * @throws ComposeError when an SDL does not parse or two types claim one id prefix
 */
export function withNode(services: readonly Service[]): Service[] {
  demandReadable(services);
  const node = {
    name: NODE_SUBGRAPH,
    url: `http://${NODE_SUBGRAPH}.invalid/graphql`,
    sdl: nodeSdl(publicTypes(services)),
  };
  return [...services, node];
}

/**
 * Gives the supergraph: the committed one, with the partners that can be had and that leave ours as it is.
 * A partner that is away or is refused never stands in the way of the rest, and one that was good keeps
 * its last good schema.
 */
export class SupergraphSource {
  private readonly partners: Partner[];
  private readonly own: string;
  /** Counts the schemas taken up, so that a refused one is tried again when the others changed. */
  private taken = 0;
  private current: Composition;

  /** @throws ComposeError when our own subgraphs do not compose */
  constructor(private readonly options: SupergraphSourceOptions) {
    demandReadable(options.services);
    this.own = options.committed ?? composeSupergraph(withNode(options.services));
    this.current = { supergraphSdl: this.own, publicTypes: publicTypes(options.services) };
    const ours = new Set([...options.services.map(({ name }) => name), NODE_SUBGRAPH]);
    this.partners = options.partners.map((partner) => {
      if (ours.has(partner.name)) throw new ComposeError([nameTaken(partner.name)]);
      ours.add(partner.name);
      return { ...partner, good: null, latest: null, refused: null, reason: 'not asked yet' };
    });
  }

  /** What is being served. */
  get composition(): Composition {
    return this.current;
  }

  /** How it stands with each partner. */
  get states(): PartnerState[] {
    return this.partners.map(({ name, good, reason }) => ({ name, joined: good !== null, reason }));
  }

  /** Asks every partner once. Answers true when the composition changed; never throws. */
  async look(): Promise<boolean> {
    await Promise.all(this.partners.map((partner) => this.ask(partner)));
    const before = this.current;
    // A partner may build upon another: each one taken up gives those refused another try.
    while (this.partners.some((partner) => this.tryOn(partner))) continue;
    return this.current !== before;
  }

  private async ask(partner: Partner): Promise<void> {
    try {
      partner.latest = await this.options.readSdl(partner);
    } catch {
      if (partner.reason !== AWAY) this.say(partner, AWAY);
      partner.reason = AWAY;
      return;
    }
    if (partner.latest === partner.good) partner.reason = null;
  }

  /** Takes up what a partner last showed; true when that changed the composition. */
  private tryOn(partner: Partner): boolean {
    const { latest } = partner;
    if (latest === null || latest === partner.good) return false;
    const attempt = `${this.taken} ${latest}`;
    if (partner.refused === attempt) return false;
    try {
      const added = { name: partner.name, url: partner.url, sdl: latest };
      const others = this.partners.filter((other) => other !== partner && other.good !== null);
      const joined = others.map(({ name, url, good }) => ({ name, url, sdl: good ?? '' }));
      this.current = this.compose([...joined, added], added);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      partner.refused = attempt;
      if (partner.reason !== reason) this.say(partner, reason);
      partner.reason = reason;
      return false;
    }
    partner.good = latest;
    partner.reason = null;
    this.taken += 1;
    this.options.log.info({ partner: partner.name }, `partner ${partner.name} is part of the graph`);
    return true;
  }

  private compose(partners: readonly Service[], added: Service): Composition {
    const { services } = this.options;
    const all = [...services, ...partners];
    const supergraphSdl = composeSupergraph(withNode(all), { hints: 'all' });
    const problems = partnerProblems(this.own, supergraphSdl, added);
    if (problems.length > 0) throw new ComposeError(problems);
    // The gateway must be able to read it, and it must be known here rather than half-way through an update.
    apiSchemaOf(supergraphSdl);
    return { supergraphSdl, publicTypes: publicTypes(all) };
  }

  private say({ name, good }: Partner, reason: string): void {
    const goesOn = good === null ? 'going on without it' : 'keeping its last good schema';
    this.options.log.warn({ partner: name, reason }, `partner ${name}: ${goesOn}`);
  }
}

const AWAY = 'The partner does not answer.';

function nameTaken(name: string) {
  return {
    subgraphs: [name],
    code: 'NAME_TAKEN',
    message: `There is a subgraph "${name}" already.`,
    fix: 'Configure the partner under another name.',
  };
}
