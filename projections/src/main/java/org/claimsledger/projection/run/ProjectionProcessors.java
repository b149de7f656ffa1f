package org.claimsledger.projection.run;

import java.util.List;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.common.configuration.ComponentDefinition;
import org.axonframework.common.configuration.ComponentLifecycleHandler;
import org.axonframework.messaging.core.configuration.MessagingConfigurer;
import org.axonframework.messaging.eventhandling.processing.EventProcessor;
import org.axonframework.update.UpdateCheckerConfigurationEnhancer;

/**
 * Axon's configuration of a read side. It lists the projections as event processors, starts them, and shuts them down,
 * the last one first.
 */
public final class ProjectionProcessors implements AutoCloseable {

    private static final ComponentLifecycleHandler<EventProcessor> START =
            (configuration, processor) -> processor.start();
    private static final ComponentLifecycleHandler<EventProcessor> SHUTDOWN =
            (configuration, processor) -> processor.shutdown();

    private final AxonConfiguration axon;

    private ProjectionProcessors(AxonConfiguration axon) {
        this.axon = axon;
    }

    /** Starts all projections. */
    public static ProjectionProcessors start(List<? extends EventProcessor> projections) {
        MessagingConfigurer configurer = MessagingConfigurer.create()
                // the update check calls out to the network and writes to the home folder
                .componentRegistry(registry -> registry.disableEnhancer(UpdateCheckerConfigurationEnhancer.class));
        for (int phase = 0; phase < projections.size(); phase++) {
            EventProcessor projection = projections.get(phase);
            ComponentDefinition<EventProcessor> component = ComponentDefinition.ofTypeAndName(
                            EventProcessor.class, projection.name())
                    .withInstance(projection)
                    .onStart(phase, START)
                    .onShutdown(phase, SHUTDOWN);
            configurer.componentRegistry(registry -> registry.registerComponent(component));
        }
        return new ProjectionProcessors(configurer.start());
    }

    /** The configuration, for looking up the processors that run. */
    public AxonConfiguration configuration() {
        return axon;
    }

    /** Returns when every projection has finished its current batch and closed its files. */
    @Override
    public void close() {
        axon.shutdown();
    }
}
