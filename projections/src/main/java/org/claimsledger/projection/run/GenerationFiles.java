package org.claimsledger.projection.run;

/** The files of one projection: a mark, and the generation that it names. Whatever else there is was left over. */
public interface GenerationFiles<G extends Generation> {

    /** The projection's name, in health, in file names and in the call that rebuilds it. */
    String projection();

    /** The live generation: after a kill as it was kept last, and an empty one where none can be used. */
    G open() throws Exception;

    /** Begins an empty one. */
    G create(int number) throws Exception;
}
