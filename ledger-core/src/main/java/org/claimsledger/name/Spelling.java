package org.claimsledger.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Maps letters to sounds. At each place the longest entry applies; {@code ^} and {@code $} are the beginning and the
 * end of the word. A letter without an entry has no sound.
 */
final class Spelling {

    private static final int FAR = 0x700;

    private final Map<Character, Node> rare = new HashMap<>();
    private final @Nullable Node[] first = new Node[FAR];

    /**
     * @param tables entries separated by spaces: letters, {@code =}, signs of sounds
     */
    Spelling(String... tables) {
        for (String table : tables) {
            for (String entry : table.strip().split("\\s+")) {
                int equals = entry.lastIndexOf('=');
                add(entry.substring(0, equals), entry.substring(equals + 1));
            }
        }
    }

    /** Whether any entry begins with the letter. */
    boolean knows(char letter) {
        return firstOf(letter) != null;
    }

    /** Whether all letters of a word have entries; signs do not count as letters. */
    boolean knowsAll(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!knows(word.charAt(i)) && word.charAt(i) != LetterFolding.SIGN) {
                return false;
            }
        }
        return true;
    }

    /** The sounds of a word in small letters, read up to a number of letters. */
    Sound[] read(String word, int longest) {
        int end = Math.min(word.length(), longest);
        List<Sound> sounds = new ArrayList<>(end + 2);
        int at = -1;
        while (at <= end) {
            Node node = firstOf(letter(word, at, end));
            int next = at + 1;
            Sound[] longestMatch = {};
            for (int i = at + 1; node != null; i++) {
                if (node.sounds != null) {
                    longestMatch = node.sounds;
                    next = i;
                }
                node = i > end ? null : node.next(letter(word, i, end));
            }
            for (Sound sound : longestMatch) {
                sounds.add(sound);
            }
            at = next;
        }
        return sounds.toArray(Sound[]::new);
    }

    private static char letter(String word, int at, int end) {
        return at < 0 ? '^' : at == end ? '$' : word.charAt(at);
    }

    private @Nullable Node firstOf(char letter) {
        return letter < FAR ? first[letter] : rare.get(letter);
    }

    private void add(String letters, String signs) {
        char letter = letters.charAt(0);
        Node node = firstOf(letter);
        if (node == null) {
            node = new Node(letter);
            if (letter < FAR) {
                first[letter] = node;
            } else {
                rare.put(letter, node);
            }
        }
        for (int i = 1; i < letters.length(); i++) {
            node = node.grow(letters.charAt(i));
        }
        if (node.sounds != null) {
            throw new IllegalArgumentException("Two entries for " + letters);
        }
        node.sounds = signs.chars().mapToObj(sign -> Sound.of((char) sign)).toArray(Sound[]::new);
    }

    private static final class Node {

        private final char letter;
        private final List<Node> children = new ArrayList<>(0);
        private Sound @Nullable [] sounds;

        Node(char letter) {
            this.letter = letter;
        }

        @Nullable
        Node next(char wanted) {
            for (int i = 0; i < children.size(); i++) {
                if (children.get(i).letter == wanted) {
                    return children.get(i);
                }
            }
            return null;
        }

        Node grow(char wanted) {
            Node child = next(wanted);
            if (child == null) {
                child = new Node(wanted);
                children.add(child);
            }
            return child;
        }
    }
}
