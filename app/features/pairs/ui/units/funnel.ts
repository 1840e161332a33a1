// The picture of how far those at a unit have come, as coordinates: two bars a module, a level for all who have begun.
export type FunnelBar = { x: number; y: number; width: number; height: number }

export type FunnelModule = {
  /** The module's place on the path, and where its number stands. */
  number: number
  x: number
  walked: FunnelBar | null
  joint: FunnelBar | null
  /** Nothing may be said of the module. */
  hidden: boolean
}

export type Funnel = {
  width: number
  height: number
  left: number
  bottom: number
  top: number
  all: number
  modules: FunnelModule[]
}

/** `all`: at least so many have begun; more than 0. `width` and `height` in the drawing's own units. */
export function drawFunnel(
  { all, modules }: { all: number; modules: readonly { walked: number; joint: number }[] },
  { width, height }: { width: number; height: number },
): Funnel {
  const [left, top, bottom] = [4, 30, height - 34]
  const each = (width - 2 * left) / Math.max(1, modules.length)
  const bar = (count: number, x: number, wide: number): FunnelBar | null => {
    if (count === 0) return null
    const tall = Math.round(((bottom - top) * count) / all)
    return { x: round(x), y: bottom - tall, width: round(wide), height: tall }
  }
  return {
    ...{ width, height, left, top, bottom, all },
    modules: modules.map(({ walked, joint }, index) => {
      const x = left + index * each
      return {
        number: index + 1,
        x: round(x + each / 2),
        walked: bar(walked, x + each * 0.14, each * 0.34),
        joint: bar(joint, x + each * 0.52, each * 0.34),
        hidden: walked === 0 && joint === 0,
      }
    }),
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
