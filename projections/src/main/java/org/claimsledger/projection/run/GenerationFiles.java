package org.claimsledger.projection.run;

/** The files of one projection: a pointer, and the generation that it names. All other files are left over. */
public interface GenerationFiles<G extends Generation> {

    /** The name of the projection in health, in file names and in the call that rebuilds it. */
    String projection();

    /** Opens the live generation, after a kill as of its last checkpoint; creates an empty one where none is usable. */
    G open() throws Exception;

    /** Creates an empty generation. */
    G create(int number) throws Exception;
}
