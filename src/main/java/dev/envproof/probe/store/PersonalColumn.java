package dev.envproof.probe.store;

import dev.envproof.environment.Store.ColumnName;
import java.util.Set;

/**
 * What a column of personal data holds, as fingerprints under the run's key: they can be compared within the run and
 * tell nothing beyond it.
 *
 * @param hashed fingerprints of the values' plain hashes: who has the values undoes a copy that holds those
 */
public record PersonalColumn(ColumnName name, Fact<Set<String>> fingerprints, Set<String> hashed) {
    public PersonalColumn {
        hashed = Set.copyOf(hashed);
    }
}
