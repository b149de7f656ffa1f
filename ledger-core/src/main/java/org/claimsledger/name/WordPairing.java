package org.claimsledger.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.claimsledger.name.Likeness.LikenessKind;

/** Pairs the words of two names, each word at most once, the most alike first. */
final class WordPairing {

    private static final double PAIRED = 0.58;
    private static final double REGROUPED = 0.8;

    /** How many words may have been written as one. */
    private static final int MOST_PARTS = 3;

    private final List<NameWord> first;
    private final List<NameWord> second;
    private final int[] partner;
    private final WordLikeness[] likeness;
    private final boolean[] taken;

    private WordPairing(List<NameWord> first, List<NameWord> second) {
        this.first = first;
        this.second = second;
        this.partner = new int[first.size()];
        this.likeness = new WordLikeness[first.size()];
        this.taken = new boolean[second.size()];
    }

    static WordPairing of(List<NameWord> first, List<NameWord> second) {
        WordPairing wordPairing = new WordPairing(first, second);
        wordPairing.pair();
        return wordPairing;
    }

    private void pair() {
        pairWords();
        regroupWeakPairs();
        for (int i = 0; i < partner.length; i++) {
            for (int j = 0; j < taken.length; j++) {
                if (partner[i] < 0 && !taken[j]) {
                    pairJoined(i, j);
                }
            }
        }
    }

    /** Pairs a word with two or three that the other name writes apart. */
    private void pairJoined(int i, int j) {
        for (int parts = MOST_PARTS; parts > 1; parts--) {
            if (pairJoined(i, j, parts, PAIRED)) {
                return;
            }
        }
    }

    private boolean pairJoined(int i, int j, int parts, double least) {
        if (areAlone(i, 1) && areFree(j, parts)) {
            WordLikeness joined = WordLikeness.joined(first.get(i), second.subList(j, j + parts));
            if (joined.score() > least) {
                put(i, j, joined);
                Arrays.fill(taken, j, j + parts, true);
                return true;
            }
        }
        if (areAlone(i, parts) && areFree(j, 1)) {
            WordLikeness joined = WordLikeness.joined(second.get(j), first.subList(i, i + parts));
            if (joined.score() > least) {
                for (int part = i; part < i + parts; part++) {
                    put(part, j, joined);
                }
                return true;
            }
        }
        return false;
    }

    /** Where a word resembles one word but is two: McKenzie is Mc Kenzie, not Kenzie with a letter wrong. */
    private void regroupWeakPairs() {
        for (int i = 0; i < partner.length; i++) {
            if (partner[i] >= 0 && likeness[i].kind() == LikenessKind.MISPRINT) {
                int j = partner[i];
                WordLikeness weak = likeness[i];
                partner[i] = -1;
                taken[j] = false;
                regroup(i, j);
                if (partner[i] < 0) {
                    put(i, j, weak);
                }
            }
        }
    }

    private void regroup(int i, int j) {
        for (int parts = MOST_PARTS; parts > 1; parts--) {
            for (int before = 0; before < parts && partner[i] < 0; before++) {
                pairJoined(i, j - before, parts, REGROUPED);
                if (partner[i] < 0) {
                    pairJoined(i - before, j, parts, REGROUPED);
                }
            }
        }
    }

    private boolean areFree(int j, int parts) {
        for (int part = j; part < j + parts; part++) {
            if (part < 0 || part >= taken.length || taken[part]) {
                return false;
            }
        }
        return true;
    }

    private boolean areAlone(int i, int parts) {
        for (int part = i; part < i + parts; part++) {
            if (part < 0 || part >= partner.length || partner[part] >= 0) {
                return false;
            }
        }
        return true;
    }

    private void put(int i, int j, WordLikeness likeness) {
        partner[i] = j;
        this.likeness[i] = likeness;
        taken[j] = true;
    }

    private void pairWords() {
        WordLikeness[][] all = new WordLikeness[first.size()][second.size()];
        for (int i = 0; i < first.size(); i++) {
            partner[i] = -1;
            likeness[i] = WordLikeness.NONE;
            for (int j = 0; j < second.size(); j++) {
                all[i][j] = WordLikeness.of(first.get(i), second.get(j));
            }
        }
        while (true) {
            int bestFirst = -1;
            int bestSecond = -1;
            double best = PAIRED;
            for (int i = 0; i < first.size(); i++) {
                for (int j = 0; partner[i] < 0 && j < second.size(); j++) {
                    double score = all[i][j].score() - 0.001 * Math.abs(i - j);
                    if (!taken[j] && score > best) {
                        best = score;
                        bestFirst = i;
                        bestSecond = j;
                    }
                }
            }
            if (bestFirst < 0) {
                return;
            }
            put(bestFirst, bestSecond, all[bestFirst][bestSecond]);
        }
    }

    int pairs() {
        int pairs = 0;
        for (int index : partner) {
            pairs += index >= 0 ? 1 : 0;
        }
        return pairs;
    }

    /** The pairs of words that tell a name from others. */
    int tellingPairs() {
        int pairs = 0;
        for (int i = 0; i < partner.length; i++) {
            pairs += partner[i] >= 0
                            && first.get(i).isTelling()
                            && second.get(partner[i]).isTelling()
                    ? 1
                    : 0;
        }
        return pairs;
    }

    /** The telling words of the first name that have no partner. */
    List<NameWord> leftOfFirst() {
        List<NameWord> left = new ArrayList<>();
        for (int i = 0; i < partner.length; i++) {
            if (partner[i] < 0 && first.get(i).isTelling()) {
                left.add(first.get(i));
            }
        }
        return left;
    }

    /** The telling words of the second name that have no partner. */
    List<NameWord> leftOfSecond() {
        List<NameWord> left = new ArrayList<>();
        for (int j = 0; j < taken.length; j++) {
            if (!taken[j] && second.get(j).isTelling()) {
                left.add(second.get(j));
            }
        }
        return left;
    }

    /** The index of the partner of a word of the first name; -1 where it has none. */
    int partnerOf(int i) {
        return partner[i];
    }

    /** Whether an unpaired initial comes before a paired one: I. in P. I. is not the first name. */
    boolean skipsInitial() {
        boolean skipped = false;
        for (int j = 0; j < taken.length; j++) {
            if (second.get(j).isInitial()) {
                if (taken[j] && skipped) {
                    return true;
                }
                skipped |= !taken[j];
            }
        }
        return false;
    }

    double mean() {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < partner.length; i++) {
            if (partner[i] >= 0) {
                double weight = weight(first.get(i), first);
                sum += weight * likeness[i].score();
                weights += weight;
            }
        }
        return weights == 0 ? 0 : sum / weights;
    }

    double least() {
        double least = 1;
        for (int i = 0; i < partner.length; i++) {
            if (partner[i] >= 0) {
                least = Math.min(least, likeness[i].score());
            }
        }
        return least;
    }

    double coveredOfFirst() {
        double all = 0;
        double paired = 0;
        for (int i = 0; i < partner.length; i++) {
            double weight = weight(first.get(i), first);
            all += weight;
            paired += partner[i] >= 0 ? weight : 0;
        }
        return all == 0 ? 0 : paired / all;
    }

    double coveredOfSecond() {
        double all = 0;
        double paired = 0;
        for (int j = 0; j < taken.length; j++) {
            double weight = weight(second.get(j), second);
            all += weight;
            paired += taken[j] ? weight : 0;
        }
        return all == 0 ? 0 : paired / all;
    }

    Likeness likeness(double score, double least) {
        LikenessKind likenessKind = LikenessKind.LETTERS;
        int before = -1;
        for (int i = 0; i < partner.length; i++) {
            if (partner[i] >= 0) {
                LikenessKind ofWords = likeness[i].kind();
                likenessKind =
                        likenessKind.orWeaker(partner[i] < before ? ofWords.orWeaker(LikenessKind.ORDER) : ofWords);
                before = partner[i];
            }
        }
        if (coveredOfFirst() < 1 || coveredOfSecond() < 1) {
            likenessKind = likenessKind.orWeaker(LikenessKind.PART);
        }
        double bounded = Math.max(0, Math.min(0.999, likenessKind == LikenessKind.ORDER ? score - 0.01 : score));
        return new Likeness(bounded, bounded < least ? LikenessKind.UNLIKE : likenessKind);
    }

    private static double weight(NameWord nameWord, List<NameWord> nameWords) {
        return switch (nameWord.kind()) {
            case PLAIN -> 1;
            case PATRONYMIC -> nameWords.size() > 2 ? 0.4 : 1;
            case INITIAL -> 0.5;
            case PARTICLE, ASIDE, FORM, GENERATION -> 0.1;
        };
    }
}
