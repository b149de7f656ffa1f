package org.claimsledger.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.ledger.InMemoryLedger.given;
import static org.claimsledger.source.SourceForm.registered;
import static org.claimsledger.source.SourceForm.source;

import org.claimsledger.command.SourceCommand.DiscloseSource;
import org.claimsledger.command.SourceCommand.ProtectSource;
import org.claimsledger.command.SourceCommand.RegisterSource;
import org.claimsledger.event.SourceEvent.SourceDisclosed;
import org.claimsledger.event.SourceEvent.SourceProtected;
import org.claimsledger.event.SourceEvent.SourceRegistered;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.SourceId;
import org.junit.jupiter.api.Test;

class ProtectSourceTest {

    private static final SourceId TALK = new SourceId("talk");
    private static final String URL = "https://example.org/talk";
    private static final String REASON = "She could lose her work.";

    private static RegisterSource secret(String id) {
        RegisterSource open = source(id).url(URL).register();
        return new RegisterSource(open.source(), open.details(), true);
    }

    @Test
    void aSourceCanBeProtectedFromTheFirst() {
        given().when(secret("talk"))
                .then(new SourceRegistered(TALK, secret("talk").details(), true));
        given(secret("talk")).when(new ProtectSource(TALK, REASON)).thenRefused(RefusalCode.ALREADY_PROTECTED, "");
    }

    @Test
    void aSourceIsProtectedLaterAndDisclosedAgain() {
        given(registered("talk")).when(new ProtectSource(TALK, REASON)).then(new SourceProtected(TALK, REASON));
        given(registered("talk"), new ProtectSource(TALK, REASON))
                .when(new DiscloseSource(TALK, "Agreed to."))
                .then(new SourceDisclosed(TALK, "Agreed to."));
    }

    @Test
    void onlyWhatIsProtectedIsDisclosed() {
        given(registered("talk")).when(new DiscloseSource(TALK, REASON)).thenRefused(RefusalCode.NOT_PROTECTED, "");
        given().when(new DiscloseSource(TALK, REASON)).thenRefused(RefusalCode.SOURCE_UNKNOWN, "");
        given().when(new ProtectSource(TALK, REASON)).thenRefused(RefusalCode.SOURCE_UNKNOWN, "");
    }

    @Test
    void whoeverTriesAUrlDoesNotLearnThatAProtectedSourceHasIt() {
        RegisterSource open = source("article").url(URL).register();

        given(secret("talk")).when(open).then(new SourceRegistered(open.source(), open.details()));
        given(secret("talk"))
                .when(secret("again"))
                .then(new SourceRegistered(
                        new SourceId("again"), secret("again").details(), true));
    }

    @Test
    void aSourceIsDisclosedOnlyWhileItsUrlIsItsOwn() {
        given(secret("talk"), source("article").url(URL).register())
                .when(new DiscloseSource(TALK, REASON))
                .thenRefused(RefusalCode.URL_TAKEN, "/url");
    }

    @Test
    void nobodyRegistersASourceUnderTheNameOfAStandIn() {
        given().when(registered("protected-7")).thenRefused(RefusalCode.INVALID_ID, "/id");
        given().when(registered("protected-witness"))
                .then(new SourceRegistered(
                        new SourceId("protected-witness"),
                        registered("protected-witness").details()));
    }

    @Test
    void aStandInNamesThePositionOfTheRegistration() {
        assertThat(Pseudonym.of(7)).hasToString("protected-7");
        assertThat(Pseudonym.registrationPosition(Pseudonym.of(7))).hasValue(7);
        assertThat(Pseudonym.registrationPosition(new SourceId("protected-witness")))
                .isEmpty();
        assertThat(Pseudonym.registrationPosition(TALK)).isEmpty();
    }
}
