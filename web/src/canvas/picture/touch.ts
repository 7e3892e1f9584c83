/** Whether one points with a finger or the like on this machine: then what is taken hold of is 44 pixels large at least (WCAG 2.5.5). */
export const isCoarse = window.matchMedia('(pointer: coarse)').matches;
