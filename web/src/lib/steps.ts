import {useEffect, useState} from 'preact/hooks';

/** Counts from 1 to `last`, one after each paint: what is shown in steps is no long task, and its first part is there sooner. */
export function useSteps(last: number): number {
  const [step, setStep] = useState(1);
  useEffect(() => {
    if (step < last) setStep(step + 1);
  }, [step, last]);
  return step;
}
