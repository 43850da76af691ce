import './form.css';

interface Props {
  id: string;
  label: string;
  options: readonly {value: string; label: string}[];
  value: string;
  onValue: (value: string) => void;
}

/** A choice of one, with its label. */
export function Select({id, label, options, value, onValue}: Props) {
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      <select class="select" id={id} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
