package org.claimsledger.projection.search;

import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.claimsledger.name.NameKeys;
import org.claimsledger.value.SubjectId;

/** The fields of the index. */
final class IndexFields {

    /** To be raised with every change of a field, because an index of another version is rebuilt. */
    private static final int OWN_VERSION = 3;

    static final int VERSION = 1_000 * OWN_VERSION + NameKeys.VERSION;

    /**
     * A name: the positions of the name and of its subject, the subject and its kind, and the terms that find the name.
     */
    static final String NAME_NO = "name_no";

    static final String NAME_REGISTERED = "name_registered";

    static final String NAME_SUBJECT = "name_subject";
    static final String NAME_SUBJECT_HASH = "name_holder";
    static final String NAME_KIND = "name_kind";
    static final String NAME_TEXT = "name_text";
    static final String NAME_WORD = "name_word";
    static final String NAME_PREFIX = "name_begin";
    static final String NAME_KEY = "name_key";

    /** The external ids of the name's subject, each with its scheme before it. */
    static final String NAME_EXTERNAL_ID = "name_external_id";

    /** A merge of one subject into another one, even if it was split again. */
    static final String MERGE_NO = "merge_no";

    static final String MERGE_KEPT = "merge_kept";
    static final String MERGE_ABSORBED = "merge_absorbed";

    /** That a name of a subject was withdrawn. */
    static final String WITHDRAWAL_NO = "withdrawal_no";

    static final String WITHDRAWAL_SUBJECT = "withdrawal_subject";

    /** A claim: the position of its assertion, every word that it ever had, and the fields of filters. */
    static final String CLAIM_NO = "claim_no";

    static final String CLAIM_ID = "claim_id";
    static final String CLAIM_WORD = "claim_word";
    static final String CLAIM_PREFIX = "claim_begin";
    static final String CLAIM_SUBJECT = "claim_subject";
    static final String CLAIM_PREDICATE = "claim_predicate";
    static final String CLAIM_SOURCE = "claim_source";

    /** A source: the position of its registration, every word that it ever had, and its kinds. */
    static final String SOURCE_NO = "source_no";

    static final String SOURCE_ID = "source_id";
    static final String SOURCE_WORD = "source_word";
    static final String SOURCE_PREFIX = "source_begin";
    static final String SOURCE_KIND = "source_kind";

    private IndexFields() {}

    /** A hash of a subject. Two subjects may share one; the tables then tell them apart. */
    static long subjectHash(SubjectId subject) {
        BytesRef id = new BytesRef(subject.value());
        return (long) StringHelper.murmurhash3_x86_32(id, 1) << 32
                | StringHelper.murmurhash3_x86_32(id, 2) & 0xFFFF_FFFFL;
    }
}
