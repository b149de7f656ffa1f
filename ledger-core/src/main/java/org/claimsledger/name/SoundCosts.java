package org.claimsledger.name;

import java.util.Arrays;

/**
 * The cost of taking one sound for another, in hundredths of a misprint: nothing for spellings of one letter, little
 * for letters that one standard distinguishes and another does not, and a whole misprint for different letters.
 */
final class SoundCosts {

    static final int MISPRINT = 100;
    /** A sound that costs at least this much to leave out is present in every spelling. */
    static final int SURE = 80;

    private static final int OTHER_VOWEL = 60;

    private static final String CONSONANTS = """
        kq5 kg40 kχ30 kC30 kK5 kh60 qg15 qγ15 qχ30 qK10 qh60 gγ5 ğh10 ğГ0 gГ0 gh15 gǰ35 gJ35 gĐ35 gǦ25 gك10 γك20 γГ5
        γh40 γχ60 Гh8 Гχ60 χh5 χC5 χX0 XC5
        χK40 hC20 hX20 KC30 Kc0 Kč20 Ks25 Kǰ20 KЦ5 cЦ0 čЦ0 ЦC20
        čC0 čc30 čš40 čщ40 čs50 čž50 čQ30 QC5 šC15 šs35 šŞ0 šQ0 šщ15 šž40 šz50 sŞ5 sz15 sc50 sQ50 sž50 sθ20 sD60
        sZ50 sð40 cz20 Kz20 Цz20 ct60
        zž35 zJ60 zð20 zZ0 zD20 zǰ50 žJ0 žǰ10 žQ15 žǦ10 ǰJ0 ǰǦ0 ǰč40 ǰQ30 Đǰ0 Đž10 ĐJ0 ĐǦ0 Đč40 JǦ0 JQ30 щQ5 щC40
        щc50 щs50
        td80 dĐ20 tθ0 tð30 tH5 tD50 dð0 dD0 dθ40 dZ40 ðθ15 ðZ10 ðD10 DZ20 θH20
        vw0 vf20 vF5 vW0 wF40 wW0 fF0 fw30 bp80 bP0 βP0 πP5 πF0 pP5 bv90 pf60 pF60
        gɣ0 γɣ0 Гɣ0 yɣ0 iɣ10 Jɣ0 hɣ30 bβ0 vβ0 wβ10 fβ20 pπ0 fπ0 kκ0 χκ0 Kκ5 Cκ5 hκ20 šψ0 sψ0 Cψ5 Qψ0 Şψ0
        nŋ5 ŋŊ0 nŊ35 mn70 lr90
        """;

    private static final String VOWELS = """
        aä0 ae25 aё60 ai60 aы50 ao35 aö40 au50 aü60 aI60 ay60
        äe10 äi50 äo50 äI40 äö50
        eё0 ei20 eы30 eo45 eö35 eu35 eü40 eI0 ey30
        ёo5 ёö10 ёu50 ёi40 ёI20
        iы5 iI0 iy5 iü35 iu50 io60 iY0 iJ5
        ыI10 ыy0 ыu45 ыo50 ыJ10 ыü40 Iy20
        oö0 ou10 oü25 oW5 öu15 öü10 uü0 uw15 uW0 üw25 uv60 ow40 öW20 üW10
        yJ0 yY0 yu60 yI20 JY10 eY20 äY35 aY60 ыY5 IY0 IỲ0 eJ30
        aA0 āA0 äA0 eA10 oA25 öA40 ёA50 yA60 uA50 AỲ10
        aỲ0 äỲ0 eỲ10 iỲ0 ыỲ5 yỲ0 YỲ0 JỲ10
        aΛ0 äΛ0 eΛ0 iΛ0 ыΛ5 oΛ0 öΛ0 uΛ0 üΛ0 yΛ20 JΛ20 ёΛ5 AΛ0 EΛ0
        aE5 äE5 eE5 iE5 ыE5 oE5 öE5 uE5 üE5 yE20 AE5
        aH0 äH0 eH5 hH0 AH10
        """;

    /** A long vowel does not stand on ع alone. */
    private static final String LONG_ON_AYN = "āE45 īE45 ūE45 âE20 ûE45 IE45";

    private static final int[] COSTS = costs();

    private SoundCosts() {}

    static int of(Sound one, Sound other) {
        return COSTS[one.ordinal() * Sound.COUNT + other.ordinal()];
    }

    private static int[] costs() {
        int[] costs = new int[Sound.COUNT * Sound.COUNT];
        for (Sound one : Sound.values()) {
            for (Sound other : Sound.values()) {
                int cost = one.isVowel() && other.isVowel() ? OTHER_VOWEL : MISPRINT;
                costs[one.ordinal() * Sound.COUNT + other.ordinal()] = one == other ? 0 : cost;
            }
        }
        Arrays.stream((CONSONANTS + " " + VOWELS).strip().split("\\s+")).forEach(entry -> enter(costs, entry));
        alike(costs, Sound.LATIN_G_BREVE, Sound.GH);
        alike(costs, Sound.KAF, Sound.K);
        alike(costs, Sound.LONG_A, Sound.A_);
        alike(costs, Sound.LATIN_A_CIRCUMFLEX, Sound.A_);
        alike(costs, Sound.LATIN_U_CIRCUMFLEX, Sound.U_);
        alike(costs, Sound.LONG_I, Sound.I_);
        alike(costs, Sound.LONG_U, Sound.U_);
        alike(costs, Sound.LATIN_Y_ACUTE, Sound.Y);
        alike(costs, Sound.LATIN_Y_ACUTE, Sound.U_);
        Arrays.stream(LONG_ON_AYN.split(" ")).forEach(entry -> enter(costs, entry));
        return costs;
    }

    /** Lowers a sound's costs to those of another one wherever these are lower. */
    private static void alike(int[] costs, Sound sound, Sound model) {
        for (int other = 0; other < Sound.COUNT; other++) {
            int cost = Math.min(
                    costs[sound.ordinal() * Sound.COUNT + other], costs[model.ordinal() * Sound.COUNT + other]);
            costs[sound.ordinal() * Sound.COUNT + other] = cost;
            costs[other * Sound.COUNT + sound.ordinal()] = cost;
        }
    }

    private static void enter(int[] costs, String entry) {
        int one = Sound.of(entry.charAt(0)).ordinal();
        int other = Sound.of(entry.charAt(1)).ordinal();
        int cost = Integer.parseInt(entry.substring(2));
        costs[one * Sound.COUNT + other] = cost;
        costs[other * Sound.COUNT + one] = cost;
    }
}
