export interface paths {
    "/api/instances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List instances that match every parameter given
         * @description List instances that match every parameter given.
         */
        get: operations["ListInstances"];
        put?: never;
        /**
         * Create an instance of a published definition
         * @description Create an instance of a published definition.
         */
        post: operations["CreateInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an instance
         * @description Get an instance. Its ETag is its revision; what changes between revisions is in `/status`.
         */
        get: operations["GetInstance"];
        put?: never;
        post?: never;
        /**
         * Delete an archived or ephemeral instance with all below it
         * @description Delete an archived or ephemeral instance with all below it.
         */
        delete: operations["DeleteInstance"];
        options?: never;
        head?: never;
        /**
         * Change the name, config and other settings
         * @description Change the name, config and other settings. `config` and `metadata` are replaced whole.
         */
        patch: operations["UpdateInstance"];
        trace?: never;
    };
    "/api/instances/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lifecycle, readiness, presence, conditions and health
         * @description Lifecycle, readiness, presence, conditions and health.
         */
        get: operations["GetInstanceStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/props": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Its own props, and those that a screen shows
         * @description Its own props, and those that a screen shows.
         */
        get: operations["GetProps"];
        /**
         * Replace all props
         * @description Replace all props.
         */
        put: operations["ReplaceProps"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change some props by a JSON Merge Patch (RFC 7396)
         * @description Change some props by a JSON Merge Patch (RFC 7396): null deletes. Answers all props after it.
         */
        patch: operations["PatchProps"];
        trace?: never;
    };
    "/api/instances/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change some props of all instances that match the query
         * @description Change some props of all instances that match the query. Needs a parameter that narrows.
         */
        patch: operations["BulkPatchProps"];
        trace?: never;
    };
    "/api/instances/{id}/bindings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The props that follow a source, with their last values and errors
         * @description The props that follow a source, with their last values and errors.
         */
        get: operations["GetBindings"];
        /**
         * Replace all bindings
         * @description Replace all bindings; the body is their list.
         */
        put: operations["SetBindings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/placement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say where it stands
         * @description Say where it stands: location, device, coordinates and tags.
         */
        put: operations["SetPlacement"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/upgrade": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move it to another published version of its definition
         * @description Move it to another published version of its definition; `dryRun` says what would come of it.
         */
        post: operations["UpgradeInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow it as server-sent events
         * @description Follow it as server-sent events: its state, then every change. EventSource resumes by itself with Last-Event-ID.
         */
        get: operations["FollowInstance"];
        put?: never;
        /**
         * Send an event from its component to webhooks and activities
         * @description Send an event from its component to webhooks and activities.
         */
        post: operations["EmitEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Its recorded changes, newest first
         * @description Its recorded changes, newest first.
         */
        get: operations["GetHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why a prop has its value
         * @description Why a prop has its value: what every layer says about it.
         */
        get: operations["ExplainProp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put a value above all other layers, for a time or until it is cleared
         * @description Put a value above all other layers, for a time or until it is cleared.
         */
        put: operations["SetOverride"];
        post?: never;
        /**
         * Clear the override of a path
         * @description Clear the override of a path.
         */
        delete: operations["ClearOverride"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/locks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keep AI principals from changing a path
         * @description Keep AI principals from changing a path.
         */
        put: operations["LockPath"];
        post?: never;
        /**
         * Take a lock away
         * @description Take a lock away.
         */
        delete: operations["UnlockPath"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start it
         * @description Start it.
         */
        post: operations["StartInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause it, and what is below it
         * @description Pause it, and what is below it.
         */
        post: operations["PauseInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume it, and what its pause has paused
         * @description Resume it, and what its pause has paused.
         */
        post: operations["ResumeInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop it, and what is below it
         * @description Stop it, and what is below it.
         */
        post: operations["StopInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive it for good, and what is below it
         * @description Archive it for good, and what is below it.
         */
        post: operations["ArchiveInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{id}/children": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is directly below it, oldest first
         * @description What is directly below it, oldest first.
         */
        get: operations["ListChildren"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{id}/ancestors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Its parent, that one’s parent and so on
         * @description Its parent, that one’s parent and so on.
         */
        get: operations["ListAncestors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{id}/tree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * It and everything below it, each with its `children`
         * @description It and everything below it, each with its `children`; what has its parent on an earlier page stands at the top.
         */
        get: operations["GetTree"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/global": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The instance of the scope GLOBAL
         * @description The instance of the scope GLOBAL.
         */
        get: operations["GetGlobalInstance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/projects/{project_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Instances of a project
         * @description Instances of a project.
         */
        get: operations["ListProjectInstances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List definitions
         * @description List definitions.
         */
        get: operations["ListDefinitions"];
        put?: never;
        /**
         * Submit a version of a definition
         * @description Submit a version of a definition. A type key that exists gets one more version.
         */
        post: operations["SubmitDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a definition
         * @description Get a definition.
         */
        get: operations["GetDefinition"];
        put?: never;
        post?: never;
        /**
         * Retire a definition
         * @description Retire a definition: nothing new is made of it.
         */
        delete: operations["RetireDefinition"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Its versions, newest first
         * @description Its versions, newest first.
         */
        get: operations["ListDefinitionVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definition-versions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a version
         * @description Get a version.
         */
        get: operations["GetDefinitionVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definition-versions/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a version
         * @description Publish a version: instances can be made of it, and those that follow it move.
         */
        post: operations["PublishDefinitionVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resources/{id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy the latest version of a definition into another project, as a draft of yours
         * @description Copy the latest version of a definition into another project, as a draft of yours.
         */
        post: operations["CopyResource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/nearby": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The nearest instances with their distances, nearest first
         * @description The nearest instances with their distances, nearest first; the filter as in GET /api/instances.
         */
        get: operations["FindNearby"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List locations
         * @description List locations.
         */
        get: operations["ListLocations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/locations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Create or replace a location
         * @description Create or replace a location.
         */
        put: operations["PutLocation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/zones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List zones
         * @description List zones.
         */
        get: operations["ListZones"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/zones/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a zone
         * @description Get a zone.
         */
        get: operations["GetZone"];
        /**
         * Create or replace a zone
         * @description Create or replace a zone: a circle or a polygon.
         */
        put: operations["PutZone"];
        post?: never;
        /**
         * Delete a zone
         * @description Delete a zone.
         */
        delete: operations["DeleteZone"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List groups
         * @description List groups.
         */
        get: operations["ListGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a group
         * @description Get a group.
         */
        get: operations["GetGroup"];
        /**
         * Create or replace a group
         * @description Create or replace a group: by a filter, or by its members.
         */
        put: operations["PutGroup"];
        post?: never;
        /**
         * Delete a group
         * @description Delete a group.
         */
        delete: operations["DeleteGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kv/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a value that KV bindings follow
         * @description Get a value that KV bindings follow.
         */
        get: operations["GetKv"];
        /**
         * Set a value that KV bindings follow
         * @description Set a value that KV bindings follow. The body is the value; null deletes it.
         */
        put: operations["SetKv"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the operators that expressions may call
         * @description List the operators that expressions may call.
         */
        get: operations["ListOperators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an operator
         * @description Get an operator.
         */
        get: operations["GetOperator"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/evaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Evaluate an expression on numbers, or on datasets by their ids
         * @description Evaluate an expression on numbers, or on datasets by their ids.
         */
        post: operations["EvaluateExpression"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pipelines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List pipeline definitions
         * @description List pipeline definitions.
         */
        get: operations["ListPipelines"];
        put?: never;
        /**
         * Submit a version of a pipeline definition
         * @description Submit a version of a pipeline definition. A type key that exists gets one more version.
         */
        post: operations["SubmitPipeline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pipelines/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a pipeline definition
         * @description Get a pipeline definition.
         */
        get: operations["GetPipeline"];
        put?: never;
        post?: never;
        /**
         * Retire a pipeline definition
         * @description Retire a pipeline definition: nothing new is made of it.
         */
        delete: operations["RetirePipeline"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pipelines/versions/{id}/deploy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a submitted version
         * @description Publish a submitted version: instances can be made of it, and those that follow it move.
         */
        post: operations["DeployPipeline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pipelines/instances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List instances of the kind PIPELINE
         * @description List instances of the kind PIPELINE.
         */
        get: operations["ListPipelineInstances"];
        put?: never;
        /**
         * Create an instance of the kind PIPELINE
         * @description Create an instance of the kind PIPELINE.
         */
        post: operations["CreatePipelineInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pipelines/instances/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one of them
         * @description Get one of them.
         */
        get: operations["GetPipelineInstance"];
        put?: never;
        post?: never;
        /**
         * Delete an archived or ephemeral instance with all below it
         * @description Delete an archived or ephemeral instance with all below it.
         */
        delete: operations["DeletePipelineInstance"];
        options?: never;
        head?: never;
        /**
         * Change its name, config and other settings
         * @description Change its name, config and other settings.
         */
        patch: operations["UpdatePipelineInstance"];
        trace?: never;
    };
    "/pipelines/instances/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a run of its flow
         * @description Start a run of its flow; `/runs/{id}` follows it.
         */
        post: operations["RunPipelineInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pipelines/instances/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Its runs, newest first
         * @description Its runs, newest first.
         */
        get: operations["ListPipelineInstanceRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/experiments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List instances of the kind EXPERIMENT
         * @description List instances of the kind EXPERIMENT.
         */
        get: operations["ListExperiments"];
        put?: never;
        /**
         * Create an instance of the kind EXPERIMENT
         * @description Create an instance of the kind EXPERIMENT.
         */
        post: operations["CreateExperiment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/experiments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one of them
         * @description Get one of them.
         */
        get: operations["GetExperiment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change its name, config and other settings
         * @description Change its name, config and other settings.
         */
        patch: operations["UpdateExperiment"];
        trace?: never;
    };
    "/experiments/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a run of its flow
         * @description Start a run of its flow; `/runs/{id}` follows it.
         */
        post: operations["RunExperiment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/experiments/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Its runs, newest first
         * @description Its runs, newest first.
         */
        get: operations["ListExperimentRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/experiments/{id}/save-as-macro": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Save its expression as a macro that other expressions call
         * @description Save its expression as a macro that other expressions call.
         */
        post: operations["SaveExperimentAsMacro"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List instances of the kind DATASET
         * @description List instances of the kind DATASET.
         */
        get: operations["ListDatasets"];
        put?: never;
        /**
         * Create an instance of the kind DATASET
         * @description Create an instance of the kind DATASET.
         */
        post: operations["CreateDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one of them
         * @description Get one of them.
         */
        get: operations["GetDataset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change its name, config and other settings
         * @description Change its name, config and other settings.
         */
        patch: operations["UpdateDataset"];
        trace?: never;
    };
    "/datasets/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Readiness, freshness of its flows, conditions and health
         * @description Readiness, freshness of its flows, conditions and health.
         */
        get: operations["GetDatasetStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read rows
         * @description Read rows: some columns, a range of dates, as they were known at a time.
         */
        post: operations["PreviewDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{id}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a run of its flow
         * @description Start a run of its flow; `/runs/{id}` follows it.
         */
        post: operations["RunDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Its runs, newest first
         * @description Its runs, newest first.
         */
        get: operations["ListDatasetRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List instances of the kind SIGNAL
         * @description List instances of the kind SIGNAL.
         */
        get: operations["ListSignals"];
        put?: never;
        /**
         * Create an instance of the kind SIGNAL
         * @description Create an instance of the kind SIGNAL.
         */
        post: operations["CreateSignal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one of them
         * @description Get one of them.
         */
        get: operations["GetSignal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signals/{id}/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check whether a dataset can be promoted to a signal
         * @description Check whether a dataset can be promoted to a signal; one entry per condition.
         */
        post: operations["ValidateSignal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signals/{id}/promote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Promote the dataset of this id to a signal
         * @description Promote the dataset of this id to a signal.
         */
        post: operations["PromoteSignal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signals/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Its runs, newest first
         * @description Its runs, newest first.
         */
        get: operations["ListSignalRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/backtests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List instances of the kind BACKTEST
         * @description List instances of the kind BACKTEST.
         */
        get: operations["ListBacktests"];
        put?: never;
        /**
         * Create an instance of the kind BACKTEST
         * @description Create an instance of the kind BACKTEST.
         */
        post: operations["CreateBacktest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/backtests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one of them
         * @description Get one of them.
         */
        get: operations["GetBacktest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/backtests/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a run of its flow
         * @description Start a run of its flow; `/runs/{id}` follows it.
         */
        post: operations["RunBacktest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/backtests/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Its runs, newest first
         * @description Its runs, newest first.
         */
        get: operations["ListBacktestRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/optimizers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List instances of the kind PORTFOLIO_OPTIMIZER
         * @description List instances of the kind PORTFOLIO_OPTIMIZER.
         */
        get: operations["ListOptimizers"];
        put?: never;
        /**
         * Create an instance of the kind PORTFOLIO_OPTIMIZER
         * @description Create an instance of the kind PORTFOLIO_OPTIMIZER.
         */
        post: operations["CreateOptimizer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/optimizers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one of them
         * @description Get one of them.
         */
        get: operations["GetOptimizer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/optimizers/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a run of its flow
         * @description Start a run of its flow; `/runs/{id}` follows it.
         */
        post: operations["RunOptimizer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/optimizers/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Its runs, newest first
         * @description Its runs, newest first.
         */
        get: operations["ListOptimizerRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List runs, newest first
         * @description List runs, newest first.
         */
        get: operations["ListRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a run
         * @description Get a run. `/runs/{id}/outputs/{name}` is a table that it gave, as a file.
         */
        get: operations["GetRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{id}/results/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of a table that it gave
         * @description A page of a table that it gave.
         */
        get: operations["GetRunOutput"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a run
         * @description Cancel a run.
         */
        post: operations["CancelRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a run again that failed, crashed or was cancelled
         * @description Try a run again that failed, crashed or was cancelled.
         */
        post: operations["RetryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a principal with a personal space that it owns
         * @description Create a principal with a personal space that it owns.
         */
        post: operations["CreateUserWithSpace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/team-spaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a team space
         * @description Create a team space; its members are operators of it.
         */
        post: operations["CreateTeamSpace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/spaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List spaces with their subspaces and projects
         * @description List spaces with their subspaces and projects.
         */
        get: operations["ListSpaces"];
        put?: never;
        /**
         * Create a space with an official and a staging subspace
         * @description Create a space with an official and a staging subspace.
         */
        post: operations["CreateSpace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a project in a subspace
         * @description Create a project in a subspace.
         */
        post: operations["CreateProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Grant a role on the tenant, a space, a project or one thing
         * @description Grant a role on the tenant, a space, a project or one thing.
         */
        put: operations["GrantRole"];
        post?: never;
        /**
         * Revoke a role
         * @description Revoke a role.
         */
        delete: operations["RevokeRole"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue a token of a principal
         * @description Issue a token of a principal. It is shown once.
         */
        post: operations["IssueToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what, newest first
         * @description Who did what, newest first.
         */
        get: operations["ListActivities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Activity: {
            /** @description Id of the activity. */
            id: string;
            /** @description What was done: the subject and a past participle, such as 'instance.props-patched'. 'mutation.refused' is an attempt that was forbidden. */
            action: string;
            /** @description Who did it; null for an anonymous viewer, a screen, and Marquee itself. */
            actor: {
                /** @description Id of the principal. */
                id: string;
                /** @description Name for people. */
                displayName: string;
            } | null;
            /** @description What it was done to: 'Instance', 'Run', 'Definition' and so on; 'Mutation' for a refused one. */
            resourceType: string;
            /** @description Id of what it was done to; name of the mutation for a refused one. */
            resourceId: string;
            /** @description What was there before; null where nothing was, or where it is not recorded. */
            before: unknown;
            /** @description What was there after; null where nothing was, or where it is not recorded. */
            after: unknown;
            /** @description Shared by everything that one mutation did. */
            changeId: string;
            /**
             * Format: date-time
             * @description When it was done.
             */
            at: string;
        };
        Binding: {
            /** @description The top-level prop it fills. */
            key: string;
            /** @description Where it reads. */
            source: components["schemas"]["BindingSource"];
            /** @description What it reads, and after '#' a JSON pointer to a part of it, or 'jmespath:' and an expression. In feeds, and for viewers who may not write, an address is shown without its query. */
            path: string;
            /** @description How it follows the source. */
            strategy: components["schemas"]["BindingStrategy"];
            /** @description For POLL: seconds between reads. */
            intervalSeconds: number | null;
            /** @description Whether the last read succeeded. */
            state: components["schemas"]["BindingState"];
            /** @description The last good value; null when lower layers are shown. */
            value: unknown;
            /**
             * Format: date-time
             * @description When this value was first read; reading an equal value again changes nothing.
             */
            lastResolvedAt: string | null;
            /** @description Why the last read failed. */
            lastError: string | null;
        };
        /** @description A binding. */
        BindingInput: {
            /** @description The top-level prop to fill. */
            key: string;
            /** @description Where to read. */
            source: components["schemas"]["BindingSource"];
            /** @description 'alerts:42', 'https://host/path#/next', 'inst-a1b2c3d4#/title', or JSON text for STATIC. Instead of a JSON pointer, a JMESPath expression can select: 'https://host/path#jmespath:next[0].time' (percent-encoded as in any fragment, at most 500 characters). */
            path: string;
            /** @description How to follow the source. Default: STATIC. */
            strategy?: components["schemas"]["BindingStrategy"] | null;
            /** @description For POLL: seconds between reads, at least 1. */
            intervalSeconds?: number | null;
            /** @description For SSE: address of the stream, when it differs from the path's. */
            url?: string | null;
            /** @description For WEBHOOK: 16 to 200 characters, or 'whsec_' followed by base64. Never returned; when left out, the previous one stays. */
            secret?: string | null;
        };
        /**
         * @description Where a binding reads its value.
         * @enum {string}
         */
        BindingSource: "KV" | "API" | "DO" | "STATIC";
        /**
         * @description Whether a binding has its value.
         * @enum {string}
         */
        BindingState: "PENDING" | "OK" | "FAILING";
        /**
         * @description How a binding follows its source.
         * @enum {string}
         */
        BindingStrategy: "STATIC" | "POLL" | "SSE" | "WEBHOOK" | "DURABLE";
        /** @description A bounding box in degrees. It crosses the antimeridian when west > east. */
        BoundsInput: {
            /** @description Southern latitude. */
            south: number;
            /** @description Western longitude. */
            west: number;
            /** @description Northern latitude. */
            north: number;
            /** @description Eastern longitude. */
            east: number;
        };
        /**
         * @description What to do with ticks that were missed while no scheduler was running.
         * @enum {string}
         */
        CatchUp: "NONE" | "LATEST" | "ALL";
        /**
         * @description What to do with a tick while an earlier run of the flow is unfinished.
         * @enum {string}
         */
        ConcurrencyPolicy: "ALLOW" | "FORBID" | "REPLACE" | "ENQUEUE";
        Definition: {
            /** @description Id of the definition. */
            id: string;
            /** @description Unique per tenant: 'display/bus-stop'. */
            typeKey: string;
            /** @description What it describes. */
            kind: components["schemas"]["DefinitionKind"];
            /** @description Name for people. */
            title: string | null;
            /** @description What it is for. */
            description: string | null;
            /** @description Status of the definition as a whole. */
            status: components["schemas"]["DefinitionStatus"];
            /** @description The project that the definition lives in. */
            project: {
                /** @description Id of the project. */
                id: string;
            };
            /** @description The greatest published release; a pre-release only where there is no release. */
            latestVersion: {
                /** @description Id of the version. */
                id: string;
                /** @description Its number, compared as semver. */
                version: string;
            } | null;
            /**
             * Format: date-time
             * @description When the first version was submitted.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the head last changed.
             */
            updatedAt: string;
        };
        /**
         * @description What a definition describes. It decides which kinds of instance can be made from it.
         * @enum {string}
         */
        DefinitionKind: "COMPONENT" | "PIPELINE" | "STORE" | "ACCESSOR" | "OP" | "OP_MACRO" | "ML_MODULE" | "PORTFOLIO_OPTIMIZER" | "SESSION" | "PART" | "POD" | "HOST" | "FORM" | "JOB" | "REPORT" | "SCOPE_CONFIG";
        /**
         * @description How far a definition or version has come on its way to use.
         * @enum {string}
         */
        DefinitionStatus: "DRAFT" | "SUBMITTED" | "PUBLISHED" | "DEPRECATED" | "RETIRED";
        DefinitionVersion: {
            /** @description Id of the version. */
            id: string;
            /** @description Its number, compared as semver. */
            version: string;
            /** @description Status of this version. */
            status: components["schemas"]["DefinitionStatus"];
            /** @description The definition it belongs to. */
            definition: {
                /** @description Id of the definition. */
                id: string;
                /** @description Unique per tenant: 'display/bus-stop'. */
                typeKey: string;
            };
            /** @description JSON Schema 2020-12 for an instance's props. */
            propsSchema: {
                [key: string]: unknown;
            };
            /** @description JSON Schema 2020-12 for an instance's config. */
            parametersSchema: {
                [key: string]: unknown;
            };
            /** @description The lowest layer of an instance's effective props. */
            defaultProps: {
                [key: string]: unknown;
            };
            /** @description Key into the executor registry, for kinds whose flows run code. */
            codeRef: string | null;
            /** @description COMPONENT: an ES module that exports mount(host, element); served by content hash. */
            bundleUrl: string | null;
            /** @description Whether it claims to need no props from its instances and to have a bundle; its evaluation fails otherwise. */
            complete: boolean;
            /** @description SHA-256 over the fields above. */
            contentHash: string;
            /**
             * Format: date-time
             * @description When it was submitted.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was published; null before.
             */
            publishedAt: string | null;
        };
        /** @description A flow that every instance of the version gets. */
        FlowTemplateInput: {
            /** @description Name of the flow, unique within the version. */
            name: string;
            /** @description Kind of its runs, such as PipelineRun. */
            runKind: string;
            /**
             * @description Whether the flow may have a schedule.
             * @default true
             */
            schedulable: boolean | null;
            /** @description Age in seconds after which its results count as stale. */
            freshnessSlaSeconds?: number | null;
            /** @description Time limit of one run in seconds; past it the run fails as TIMED_OUT. At most MARQUEE_RUN_TIMEOUT_SECONDS_MAX. Default: 900. */
            timeoutSeconds?: number | null;
            /** @description Memory limit of one run in megabytes; past it the run fails as OUT_OF_MEMORY. At most MARQUEE_RUN_MEMORY_MB_MAX. Default: 512. */
            memoryMb?: number | null;
            /**
             * @description Asks for the network for its runs. BAD_USER_INPUT where MARQUEE_EXECUTOR_NETWORK does not name the codeRef.
             * @default false
             */
            network: boolean | null;
        };
        /** @description A point in WGS 84 degrees. */
        GeoInput: {
            /** @description Latitude, -90 to 90. */
            lat: number;
            /** @description Longitude, -180 to 180. */
            lng: number;
        };
        Group: {
            /** @description A slug, unique per tenant. */
            id: string;
            /** @description Name for people. */
            name: string;
            /** @description An InstanceFilter, evaluated anew for each use; null when the group is a list. Visible only to viewers who may read the whole tenant. */
            selector: {
                [key: string]: unknown;
            } | null;
            /** @description Ids of its members; null when the group has a selector. Visible only to viewers who may read the whole tenant. */
            memberIds: string[] | null;
            /** @description The group that contains this one. */
            parent: {
                /** @description A slug, unique per tenant. */
                id: string;
            } | null;
        };
        /**
         * @description Where a health problem was seen.
         * @enum {string}
         */
        HealthSource: "LIFECYCLE" | "READINESS" | "PRESENCE" | "CONDITION";
        /**
         * @description How an instance is, for monitoring.
         * @enum {string}
         */
        HealthStatus: "HEALTHY" | "DEGRADED" | "UNHEALTHY";
        Instance: {
            /** @description Id of the instance. */
            id: string;
            /** @description Its kind; fixed at creation. */
            kind: components["schemas"]["InstanceKind"];
            /** @description Name for people; unique per project and scope among instances that are not archived. */
            name: string | null;
            /** @description Who may read it without a credential. */
            visibility: components["schemas"]["Visibility"];
            /** @description How far it reaches. */
            scope: components["schemas"]["Scope"];
            /** @description How long it lives. */
            persistence: components["schemas"]["Persistence"];
            /** @description Its lifecycle state. */
            lifecycle: components["schemas"]["Lifecycle"];
            /** @description The lifecycle state it is to reach. */
            desiredLifecycle: components["schemas"]["Lifecycle"];
            /** @description Aggregated from the flows by the definition's contract; null without flows. */
            readiness: components["schemas"]["Readiness"] | null;
            /** @description Number of committed changes, without gaps. */
            revision: number;
            /** @description Resume token for instanceChanged at this revision. */
            cursor: string;
            /** @description Path of its page, '/live/{id}'. */
            url: string;
            /** @description The definition it was made from; null for kinds without definitions. */
            definition: {
                /** @description Id of the definition. */
                id: string;
                /** @description Unique per tenant: 'display/bus-stop'. */
                typeKey: string;
            } | null;
            /** @description The version it currently follows. */
            definitionVersion: {
                /** @description Id of the version. */
                id: string;
                /** @description Its number, compared as semver. */
                version: string;
            } | null;
            /** @description Which new versions it follows by itself. */
            upgradeStrategy: components["schemas"]["UpgradeStrategy"];
            /** @description The greatest version it may follow; null: no limit. */
            maxVersion: string | null;
            /** @description What slow or reconnecting subscribers of displayChanged get. */
            runtime: components["schemas"]["InstanceRuntime"];
            /** @description The principal it belongs to. */
            owner: {
                /** @description Id of the principal. */
                id: string;
            };
            /** @description The project it belongs to; null for GLOBAL instances. */
            project: {
                /** @description Id of the project. */
                id: string;
            } | null;
            /** @description The instance it is below; null at the top. */
            parent: {
                /** @description Id of the instance. */
                id: string;
            } | null;
            /** @description Its own props. A member set to null counts as absent. */
            props: {
                [key: string]: unknown;
            };
            /** @description What a screen shows: defaults < inherited < props < bindings < programme < overrides. */
            effectiveProps: {
                [key: string]: unknown;
            };
            /** @description How it works, set by its owner and validated by parametersSchema. `inheritToChildren: ['title']` passes these top-level props on to the children. */
            config: {
                [key: string]: unknown;
            };
            /** @description Free-form data that Marquee stores and never interprets. */
            metadata: {
                [key: string]: unknown;
            };
            /** @description Props that follow a source. */
            bindings: components["schemas"]["Binding"][];
            /** @description Where it stands; null where nobody said. */
            placement: {
                /** @description Slug of a Location, or any slug of your own. */
                location: string | null;
                /** @description Id of the device that shows it. */
                device: string | null;
                /** @description Coordinates; null when unknown. */
                geo: {
                    /** @description Latitude. */
                    lat: number;
                    /** @description Longitude. */
                    lng: number;
                } | null;
                /** @description IANA time zone; null when it was not given and could not be derived from the coordinates or the location. */
                timezone: string | null;
                /** @description Sorted, without duplicates. */
                tags: string[];
            } | null;
            /** @description The window in which it lives; null: no limits. */
            timeslot: {
                /**
                 * Format: date-time
                 * @description First moment.
                 */
                start: string;
                /**
                 * Format: date-time
                 * @description First moment after it.
                 */
                end: string;
            } | null;
            /**
             * Format: date-time
             * @description When it first became ACTIVE.
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description When it was stopped.
             */
            stoppedAt: string | null;
            /**
             * Format: date-time
             * @description When it was archived.
             */
            archivedAt: string | null;
            /**
             * Format: date-time
             * @description When it was created.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt: string;
        };
        InstanceBindings: {
            /** @description Id of the instance. */
            id: string;
            /** @description Number of committed changes, without gaps. */
            revision: number;
            /** @description Props that follow a source. */
            bindings: components["schemas"]["Binding"][];
        };
        InstanceChange: {
            /** @description What changed. */
            type: components["schemas"]["InstanceEventType"];
            /** @description Resumes after this event. */
            cursor: string;
            /** @description The revision that the change made. */
            revision: number;
            /** @description Merge patch over the instance's fields against the previous state; null on SNAPSHOT. */
            patch: {
                [key: string]: unknown;
            } | null;
            /** @description Identifies the change; equal for all instances of a bulk change or a cascade. */
            changeId: string | null;
            /** @description The principal that made the change. */
            actorId: string | null;
            /** @description The reason given with the change. */
            reason: string | null;
            /**
             * Format: date-time
             * @description When it was committed.
             */
            at: string;
        };
        /**
         * @description What changed.
         * @enum {string}
         */
        InstanceEventType: "SNAPSHOT" | "CREATED" | "PROPS" | "CONFIG" | "BINDINGS" | "LIFECYCLE" | "READINESS" | "PRESENCE" | "PLACEMENT" | "VERSION" | "CONDITION" | "DELETED" | "RESYNC";
        InstanceFeed: {
            /** @description Id of the instance. */
            id: string;
            /** @description Its kind; fixed at creation. */
            kind: components["schemas"]["InstanceKind"];
            /** @description Name for people; unique per project and scope among instances that are not archived. */
            name: string | null;
            /** @description Who may read it without a credential. */
            visibility: components["schemas"]["Visibility"];
            /** @description Its lifecycle state. */
            lifecycle: components["schemas"]["Lifecycle"];
            /** @description The lifecycle state it is to reach. */
            desiredLifecycle: components["schemas"]["Lifecycle"];
            /** @description Aggregated from the flows by the definition's contract; null without flows. */
            readiness: components["schemas"]["Readiness"] | null;
            /** @description Whether its screens report; changes without a revision. */
            presence: components["schemas"]["Presence"];
            /** @description Number of committed changes, without gaps. */
            revision: number;
            /** @description Its own props. A member set to null counts as absent. */
            props: {
                [key: string]: unknown;
            };
            /** @description What a screen shows: defaults < inherited < props < bindings < programme < overrides. */
            effectiveProps: {
                [key: string]: unknown;
            };
            /** @description Path of its page, '/live/{id}'. */
            url: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt: string;
        };
        /** @description Selects instances. All given members must hold. */
        InstanceFilter: {
            /** @description Has one of these ids. */
            ids?: string[] | null;
            /** @description Has one of these kinds. */
            kinds?: components["schemas"]["InstanceKind"][] | null;
            /** @description Was made from the definition with this type key. */
            definitionTypeKey?: string | null;
            /** @description Is owned by this principal. */
            ownerId?: string | null;
            /** @description Belongs to this project. */
            projectId?: string | null;
            /** @description Has one of these scopes. */
            scopes?: components["schemas"]["Scope"][] | null;
            /** @description Is in one of these lifecycle states. */
            lifecycles?: components["schemas"]["Lifecycle"][] | null;
            /** @description Has one of these readiness values. */
            readiness?: components["schemas"]["Readiness"][] | null;
            /** @description Has one of these presence values. */
            presence?: components["schemas"]["Presence"][] | null;
            /** @description Is a direct child of this instance. */
            parentId?: string | null;
            /** @description Has exactly this name; a name is kept without the space around it, in NFC. */
            name?: string | null;
            /** @description The name contains this text, ignoring case. */
            nameContains?: string | null;
            /** @description effectiveProps contains this JSON (Postgres `@>`). */
            propsContain?: {
                [key: string]: unknown;
            } | null;
            /** @description Its placement names this location. */
            location?: string | null;
            /** @description Its placement names this device. */
            device?: string | null;
            /** @description Its tags match. */
            tags?: components["schemas"]["TagFilter"] | null;
            /** @description Is within a distance of a point. */
            near?: components["schemas"]["NearFilter"] | null;
            /** @description Is inside a bounding box. */
            within?: components["schemas"]["BoundsInput"] | null;
            /** @description Is inside this zone as currently drawn. A zone that does not exist contains nothing. */
            zoneId?: string | null;
            /** @description Is in this group or in one of its subgroups. A group that does not exist contains nothing. */
            groupId?: string | null;
        };
        /**
         * @description The kind of an instance. It decides which definitions fit, which flows exist and what may be scheduled.
         * @enum {string}
         */
        InstanceKind: "DISPLAY" | "DATASET" | "PIPELINE" | "STORE" | "ACCESSOR" | "SIGNAL" | "EXPERIMENT" | "MODEL" | "PORTFOLIO_OPTIMIZER" | "BACKTEST" | "SESSION" | "SESSION_PART" | "POD" | "HOST" | "JOB" | "REPORT" | "HOPPER";
        /**
         * @description Order of a list of instances.
         * @enum {string}
         */
        InstanceOrder: "CREATED_ASC" | "CREATED_DESC" | "NAME_ASC" | "UPDATED_DESC" | "DISTANCE_ASC";
        InstanceProps: {
            /** @description Id of the instance. */
            id: string;
            /** @description Number of committed changes, without gaps. */
            revision: number;
            /** @description Its own props. A member set to null counts as absent. */
            props: {
                [key: string]: unknown;
            };
            /** @description What a screen shows: defaults < inherited < props < bindings < programme < overrides. */
            effectiveProps: {
                [key: string]: unknown;
            };
        };
        /**
         * @description What displayChanged sends to a subscriber that is slow or reconnects.
         * @enum {string}
         */
        InstanceRuntime: "EDGE" | "DURABLE";
        /** @description Schedule of a flow of a new instance; see SetScheduleInput. */
        InstanceScheduleInput: {
            /** @description Name of the flow; required when the instance has several. */
            flow?: string | null;
            /** @description As for setSchedule. */
            expression: string;
            /** @description IANA time zone. Default: the zone of the placement in the same input, else UTC. */
            timezone?: string | null;
            /**
             * @description Whether it fires.
             * @default true
             */
            enabled: boolean | null;
            /**
             * @description What to do with missed ticks.
             * @default LATEST
             */
            catchUp: components["schemas"]["CatchUp"] | null;
            /**
             * @description What to do while an earlier run is unfinished.
             * @default FORBID
             */
            concurrency: components["schemas"]["ConcurrencyPolicy"] | null;
        };
        InstanceStatus: {
            /** @description Id of the instance. */
            id: string;
            /** @description Its lifecycle state. */
            lifecycle: components["schemas"]["Lifecycle"];
            /** @description The lifecycle state it is to reach. */
            desiredLifecycle: components["schemas"]["Lifecycle"];
            /** @description Aggregated from the flows by the definition's contract; null without flows. */
            readiness: components["schemas"]["Readiness"] | null;
            /** @description Whether its screens report; changes without a revision. */
            presence: components["schemas"]["Presence"];
            /** @description The revision that its screens have painted; with several living screens, the oldest. Null when one of them has painted nothing, or none has reported. */
            shownRevision: number | null;
            /** @description Number of changes of config or desired lifecycle. */
            generation: number;
            /** @description The generation that has been carried out; less than `generation` while the lifecycle is on its way. */
            observedGeneration: number;
            /** @description Problems that hold until they are resolved. ScreenError, ScreenStuck and ScreenBehind are observed: they change without a revision. */
            conditions: {
                /** @description What kind of problem, such as UpgradeBlocked or BindingFailing. */
                type: string;
                /** @description What is wrong. */
                message: string;
                /**
                 * Format: date-time
                 * @description When it began.
                 */
                since: string;
                /** @description Facts for programs. */
                details: unknown;
            }[];
            /** @description Lifecycle, readiness, presence and conditions in one status for monitoring. */
            health: {
                /** @description The worst severity among the problems. */
                status: components["schemas"]["HealthStatus"];
                /** @description What keeps it from being HEALTHY. */
                problems: {
                    /** @description DEGRADED or UNHEALTHY. */
                    severity: components["schemas"]["HealthStatus"];
                    /** @description Where it was seen. */
                    source: components["schemas"]["HealthSource"];
                    /** @description What is wrong. */
                    message: string;
                }[];
            };
            /** @description What it can execute, made from its definition's templates, in their order. */
            flows: {
                /** @description Id of the flow. */
                id: string;
                /** @description Unique within its instance: 'refresh', 'training'. */
                name: string;
                /** @description RUNNING while a run is in progress, ERROR when the last one failed or crashed, STALE for the reason in staleReason, else READY. */
                status: components["schemas"]["Readiness"];
                /**
                 * Format: date-time
                 * @description When a run last succeeded.
                 */
                lastSuccessAt: string | null;
                /**
                 * Format: date-time
                 * @description The time up to which its data reach, as reported by its executor.
                 */
                dataTime: string | null;
                /** @description Why it is stale; null when it is not. */
                staleReason: components["schemas"]["StaleReason"] | null;
                /**
                 * Format: date-time
                 * @description When it became stale.
                 */
                staleSince: string | null;
            }[];
        };
        InstanceTree: {
            /** @description Id of the instance. */
            id: string;
            /** @description Its kind; fixed at creation. */
            kind: components["schemas"]["InstanceKind"];
            /** @description Name for people; unique per project and scope among instances that are not archived. */
            name: string | null;
            /** @description Its lifecycle state. */
            lifecycle: components["schemas"]["Lifecycle"];
            /** @description How far it reaches. */
            scope: components["schemas"]["Scope"];
            /** @description Number of committed changes, without gaps. */
            revision: number;
            /** @description Path of its page, '/live/{id}'. */
            url: string;
            /** @description The definition it was made from; null for kinds without definitions. */
            definition: {
                /** @description Id of the definition. */
                id: string;
                /** @description Unique per tenant: 'display/bus-stop'. */
                typeKey: string;
            } | null;
            /** @description The instance it is below; null at the top. */
            parent: {
                /** @description Id of the instance. */
                id: string;
            } | null;
            children: components["schemas"]["InstanceTree"][];
        };
        KvEntry: {
            /** @description The key. */
            key: string;
            /** @description The value. */
            value: unknown;
            /** @description Number of changes of the key, deletions included. */
            revision: number;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt: string;
        };
        /**
         * @description Where an instance is in its life, as decided by people or policies.
         * @enum {string}
         */
        Lifecycle: "CREATED" | "ACTIVE" | "PAUSED" | "STOPPED" | "ARCHIVED";
        Location: {
            /** @description A slug, unique per tenant. */
            id: string;
            /** @description Name for people. */
            name: string;
            /** @description Coordinates. */
            geo: {
                /** @description Latitude. */
                lat: number;
                /** @description Longitude. */
                lng: number;
            } | null;
            /** @description IANA time zone. */
            timezone: string | null;
            /** @description The location that contains this one. */
            parent: {
                /** @description A slug, unique per tenant. */
                id: string;
            } | null;
        };
        /** @description Within a distance of a point. */
        NearFilter: {
            /** @description Latitude of the point in degrees. */
            lat: number;
            /** @description Longitude of the point in degrees. */
            lng: number;
            /** @description Great-circle distance in metres. */
            radiusMeters: number;
        };
        Operator: {
            /** @description Name as written in expressions: MEAN. */
            name: string;
            /** @description Name for people. */
            title: string;
            /** @description What it computes, and where its result is null. */
            description: string;
            /** @description The same in pandas, numpy or Qlib. */
            semantics: string;
            /** @description What it takes, in this order. */
            parameters: {
                /** @description Its name: that of an input, or of a member of the config of an instance. */
                name: string;
                /** @description number, boolean or any: values of a series or panel; periods: a whole number; number: a number, both written out. */
                kind: string;
                /** @description Least value of a number. */
                min: number | null;
                /** @description Greatest value of a number. */
                max: number | null;
            }[];
            /** @description Whether it compares the symbols of a panel with each other on each date. */
            isCrossSection: boolean;
            /** @description How many periods it takes, as text; null: none. */
            periods: string | null;
            /** @description An expression that uses it. */
            example: string;
            /** @description The OP definition whose instances are this operator alone: ops/mean. */
            typeKey: string;
        };
        /**
         * @description How long instances live, and how many there may be.
         * @enum {string}
         */
        Persistence: "SINGLETON" | "PERSISTENT" | "EPHEMERAL";
        /** @description Where an instance is, for createInstance and setPlacement. */
        PlacementInput: {
            /** @description Slug of a Location, or any slug of your own. */
            location?: string | null;
            /** @description Id of the device that shows it. */
            device?: string | null;
            /** @description Coordinates; they decide the time zone when none is given. */
            geo?: components["schemas"]["GeoInput"] | null;
            /** @description IANA time zone. Default: derived from `geo`, else from the location. */
            timezone?: string | null;
            /** @description Labels to find it by; duplicates are removed. */
            tags?: string[] | null;
        };
        /**
         * @description Whether a screen that shows the instance has reported lately.
         * @enum {string}
         */
        Presence: "NEVER" | "ONLINE" | "STALE" | "OFFLINE";
        Principal: {
            /** @description Id of the principal. */
            id: string;
            /** @description What kind of actor it is. */
            kind: components["schemas"]["PrincipalKind"];
            /** @description Name for people. */
            displayName: string;
            /** @description Email address; unique per tenant. */
            email: string | null;
        };
        /**
         * @description What kind of actor a principal is.
         * @enum {string}
         */
        PrincipalKind: "HUMAN" | "SERVICE" | "AI" | "DISPLAY";
        /** @description Problem details (RFC 9457). */
        Problem: {
            /** Format: uri */
            type: string;
            title: string;
            status: number;
            detail: string;
            instance?: string;
            /** @enum {string} */
            code: "BAD_REQUEST" | "GRAPHQL_PARSE_FAILED" | "GRAPHQL_VALIDATION_FAILED" | "OPERATION_RESOLUTION_FAILURE" | "PERSISTED_QUERY_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "NOT_ACCEPTABLE" | "UNSUPPORTED_MEDIA_TYPE" | "REQUEST_TIMEOUT" | "BAD_USER_INPUT" | "SCHEMA_VIOLATION" | "NOT_FOUND" | "CONFLICT" | "CONDITION_FAILED" | "INVALID_TRANSITION" | "NOT_INSTANTIABLE" | "UNTIMED_INSTANCE" | "FLOW_REQUIRED" | "SINGLETON_EXISTS" | "SCOPE_VIOLATION" | "CYCLE" | "LIMIT_REACHED" | "UPSTREAM_NOT_FRESH" | "LOCKED_PATH" | "UPGRADE_BLOCKED" | "VERSION_NOT_PUBLISHED" | "IMMUTABLE" | "CURSOR_EXPIRED" | "EMPTY_SELECTOR" | "IDEMPOTENCY_MISMATCH" | "PAYLOAD_TOO_LARGE" | "ANSWER_TOO_LARGE" | "SLOW_CONSUMER" | "RATE_LIMITED" | "QUERY_TOO_EXPENSIVE" | "UNAUTHENTICATED" | "FORBIDDEN" | "UNAVAILABLE" | "INTERNAL_SERVER_ERROR";
            service: string;
            /** @description Whether the same request may succeed later. */
            retryable: boolean;
            requestId: string;
            details?: {
                [key: string]: unknown;
            };
        };
        PropExplanation: {
            /** @description JSON pointer into the props. */
            path: string;
            /** @description The effective value; null when there is none. */
            value: unknown;
            /** @description Highest first; the first one wins. */
            layers: {
                /** @description override, programme, binding, own, inherited or default. */
                layer: string;
                /** @description The value on this layer. */
                value: unknown;
                /** @description Who wrote it; null for defaults and bindings, or when the log no longer tells. */
                writerId: string | null;
                /**
                 * Format: date-time
                 * @description When it was written.
                 */
                since: string | null;
                /**
                 * Format: date-time
                 * @description When an override ends by itself, or a programme shows something else.
                 */
                expiresAt: string | null;
            }[];
        };
        /**
         * @description How usable an instance's results are, aggregated from its flows.
         * @enum {string}
         */
        Readiness: "ERROR" | "STALE" | "RUNNING" | "READY";
        /**
         * @description What a principal may do on a node of the tree and everything below it.
         * @enum {string}
         */
        Role: "OWNER" | "OPERATOR" | "VIEWER" | "AUDITOR";
        /**
         * @description Where in the tree a role is granted.
         * @enum {string}
         */
        RoleNode: "TENANT" | "SPACE" | "SUBSPACE" | "PROJECT" | "RESOURCE";
        Run: {
            /** @description Id of the run. */
            id: string;
            /** @description Kind of the run, such as PipelineRun. */
            kind: string;
            /** @description State of the run. */
            status: components["schemas"]["RunStatus"];
            /** @description What started it. */
            trigger: components["schemas"]["RunTrigger"];
            /** @description The instance it belongs to. */
            instance: {
                /** @description Id of the instance. */
                id: string;
            };
            /** @description The flow it executes. */
            flow: {
                /** @description Id of the flow. */
                id: string;
                /** @description Unique within its instance: 'refresh', 'training'. */
                name: string;
            };
            /**
             * Format: date-time
             * @description When it was created.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When a worker started it.
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            endedAt: string | null;
            /** @description 1, and one more for each retry. */
            attempt: number;
            /** @description Number of attempts before it is given up. */
            maxAttempts: number;
            /** @description Parameters given by triggerRun. */
            parameters: {
                [key: string]: unknown;
            };
            /** @description 0 to 1, as reported by its executor. */
            progress: number | null;
            /** @description Results; null until it succeeds. Values larger than 32 KB appear as { "$ref", "bytes", "sha256" }. */
            outputs: {
                [key: string]: unknown;
            } | null;
            /** @description Measurements reported by its executor. */
            metrics: {
                [key: string]: unknown;
            } | null;
            /** @description { code, message, retryable } and what the executor added. */
            error: {
                [key: string]: unknown;
            } | null;
            /** @description What it waits for while BLOCKED: { flowId, instanceId, name, status, reason }; only the reason where the viewer may not read that instance. */
            blockedBy: {
                [key: string]: unknown;
            }[];
        };
        /**
         * @description State of a run. The last five are final.
         * @enum {string}
         */
        RunStatus: "SCHEDULED" | "QUEUED" | "BLOCKED" | "RUNNING" | "SUCCEEDED" | "FAILED" | "CANCELLED" | "CRASHED" | "SKIPPED";
        /**
         * @description What started a run.
         * @enum {string}
         */
        RunTrigger: "MANUAL" | "SCHEDULE" | "UPSTREAM" | "RETRY";
        /**
         * @description How far an instance reaches.
         * @enum {string}
         */
        Scope: "GLOBAL" | "PROJECT" | "ORCHESTRATION";
        /**
         * @description How a component stands on a screen.
         * @enum {string}
         */
        ScreenState: "STARTING" | "SHOWN" | "FAILED" | "STUCK";
        Space: {
            /** @description Id of the space. */
            id: string;
            /** @description Whom it belongs to. */
            kind: components["schemas"]["SpaceKind"];
            /** @description Name for people. */
            name: string;
            /** @description Its subspaces. */
            subspaces: components["schemas"]["Subspace"][];
        };
        /**
         * @description Whom a space belongs to.
         * @enum {string}
         */
        SpaceKind: "PERSONAL" | "TEAM" | "SYSTEM";
        /**
         * @description Why a flow's results are out of date.
         * @enum {string}
         */
        StaleReason: "NEVER_RUN" | "SLA" | "UPSTREAM_NEWER" | "VERSION_CHANGED" | "CONFIG_CHANGED";
        Subspace: {
            /** @description Id of the subspace. */
            id: string;
            /** @description What it holds. */
            kind: components["schemas"]["SubspaceKind"];
            /** @description Name for people. */
            name: string;
            /** @description Its projects. */
            projects: {
                /** @description Id of the project. */
                id: string;
                /** @description Name for people. */
                name: string;
            }[];
        };
        /**
         * @description What a subspace holds.
         * @enum {string}
         */
        SubspaceKind: "OFFICIAL" | "STAGING" | "CUSTOM";
        /** @description Conditions on tags. All given members must hold. */
        TagFilter: {
            /** @description Has all of these tags. */
            all?: string[] | null;
            /** @description Has at least one of these tags. */
            any?: string[] | null;
            /** @description Has none of these tags. */
            none?: string[] | null;
        };
        /** @description The window in which a timed instance lives. */
        TimeslotInput: {
            /**
             * Format: date-time
             * @description First moment.
             */
            start: string;
            /**
             * Format: date-time
             * @description First moment after it.
             */
            end: string;
        };
        /**
         * @description Which new versions an instance follows by itself. maxVersion limits them all.
         * @enum {string}
         */
        UpgradeStrategy: "PIN" | "PATCH" | "MINOR" | "LATEST";
        /**
         * @description Who may read an instance without a credential.
         * @enum {string}
         */
        Visibility: "PRIVATE" | "UNLISTED" | "PUBLIC";
        /** @description What to wait for. */
        WaitForShownInput: {
            /**
             * @description SHOWN is all that can be waited for.
             * @default SHOWN
             */
            state: components["schemas"]["ScreenState"] | null;
            /**
             * @description 1 to 100, of the instances that changed.
             * @default 95
             */
            percent: number | null;
            /**
             * @description 1 to 10.
             * @default 5
             */
            timeoutSeconds: number | null;
        };
        /** @description Addresses to tell of events, signed as Standard Webhooks defines (docs/guides/webhooks.md). null removes one. */
        WebhooksInput: {
            /** @description Told when effectiveProps change. */
            onPropsChange?: string | null;
            /** @description Told of conditions such as BindingFailing, failed runs and errors that a screen reports. */
            onError?: string | null;
            /** @description Told of events that a component emits (emitInstanceEvent). */
            onInteraction?: string | null;
        };
        Zone: {
            /** @description A slug, unique per tenant. */
            id: string;
            /** @description Name for people. */
            name: string;
            /** @description Shape of the area. */
            shape: components["schemas"]["ZoneShape"];
            /** @description Centre of a CIRCLE; null otherwise. */
            center: {
                /** @description Latitude. */
                lat: number;
                /** @description Longitude. */
                lng: number;
            } | null;
            /** @description Great-circle radius of a CIRCLE in metres; null otherwise. */
            radiusMeters: number | null;
            /** @description Corners of a POLYGON as [lng, lat], the order of GeoJSON, without repeating the first. Edges are straight in degrees. */
            polygon: number[][] | null;
        };
        /**
         * @description Shape of a zone.
         * @enum {string}
         */
        ZoneShape: "CIRCLE" | "POLYGON";
    };
    responses: {
        /** @description Refused; `code` says why. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    ListInstances: {
        parameters: {
            query?: {
                /** @description Has one of these ids. */
                ids?: string[];
                /** @description Has one of these kinds. */
                kinds?: components["schemas"]["InstanceKind"][];
                /** @description Belongs to this project. */
                projectId?: string;
                /** @description Has one of these scopes. */
                scopes?: components["schemas"]["Scope"][];
                /** @description Is in one of these lifecycle states. */
                lifecycles?: components["schemas"]["Lifecycle"][];
                /** @description Has one of these readiness values. */
                readiness?: components["schemas"]["Readiness"][];
                /** @description Has one of these presence values. */
                presence?: components["schemas"]["Presence"][];
                /** @description Is a direct child of this instance. */
                parentId?: string;
                /** @description Has exactly this name; a name is kept without the space around it, in NFC. */
                name?: string;
                /** @description The name contains this text, ignoring case. */
                nameContains?: string;
                /** @description effectiveProps contains this JSON (Postgres `@>`). */
                propsContain?: {
                    [key: string]: unknown;
                };
                /** @description Its placement names this location. */
                location?: string;
                /** @description Its placement names this device. */
                device?: string;
                /** @description Has at least one of these tags. */
                "tags.any"?: string[];
                /** @description Has none of these tags. */
                "tags.none"?: string[];
                /** @description Latitude of the point in degrees. */
                "near.lat"?: number;
                /** @description Longitude of the point in degrees. */
                "near.lng"?: number;
                /** @description Great-circle distance in metres. */
                "near.radiusMeters"?: number;
                /** @description Southern latitude. */
                "within.south"?: number;
                /** @description Western longitude. */
                "within.west"?: number;
                /** @description Northern latitude. */
                "within.north"?: number;
                /** @description Eastern longitude. */
                "within.east"?: number;
                /** @description Is inside this zone as currently drawn. A zone that does not exist contains nothing. */
                zoneId?: string;
                /** @description Is in this group or in one of its subgroups. A group that does not exist contains nothing. */
                groupId?: string;
                /** @description Default: DISTANCE_ASC with filter.near, else CREATED_DESC. */
                orderBy?: components["schemas"]["InstanceOrder"];
                /**
                 * @description 1 to 200.
                 * @example 2
                 */
                first?: number;
                /** @description Continue after this cursor. */
                after?: string;
                /** @example true */
                totalCount?: boolean;
                /**
                 * @description Was made from the definition with this type key.
                 * @example display/bus-stop
                 */
                component_id?: string;
                /** @description Is owned by this principal. */
                owner_id?: string;
                /**
                 * @description Has all of these tags.
                 * @example [
                 *       "harbour"
                 *     ]
                 */
                tags?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Instance"][];
                        /** @description Send it as `after` for the next page; null: there is none. */
                        nextCursor: string | null;
                        /** @description With `totalCount=true`. */
                        totalCount?: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    CreateInstance: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "definitionTypeKey": "display/bus-stop",
                 *       "name": "Harbour Road",
                 *       "props": {
                 *         "title": "Harbour Road"
                 *       }
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Its kind.
                     * @default DISPLAY
                     */
                    kind?: components["schemas"]["InstanceKind"] | null;
                    /** @description Type key of its definition; required for kinds that have definitions. */
                    definitionTypeKey?: string | null;
                    /** @description Version to start with. Default: the greatest published one. */
                    definitionVersion?: string | null;
                    /** @description Unique per project and scope among instances that are not archived. */
                    name?: string | null;
                    /** @description Default: the system project. */
                    projectId?: string | null;
                    /** @description Default: none, except that a HOPPER of scope ORCHESTRATION is placed below the HOPPER of its project, which is created when the GLOBAL one says so (delegation.auto_create_project_instances). */
                    parentId?: string | null;
                    /**
                     * @description Who may read it without a credential.
                     * @default PRIVATE
                     */
                    visibility?: components["schemas"]["Visibility"] | null;
                    /**
                     * @description How far it reaches.
                     * @default PROJECT
                     */
                    scope?: components["schemas"]["Scope"] | null;
                    /**
                     * @description How long it lives.
                     * @default PERSISTENT
                     */
                    persistence?: components["schemas"]["Persistence"] | null;
                    /** @description Its own props, validated by propsSchema. */
                    props?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description How it works, validated by parametersSchema. */
                    config?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Free-form data that Marquee stores and never interprets. */
                    metadata?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Where it is. */
                    placement?: components["schemas"]["PlacementInput"] | null;
                    /**
                     * @description Which new versions it follows by itself.
                     * @default PIN
                     */
                    upgradeStrategy?: components["schemas"]["UpgradeStrategy"] | null;
                    /** @description The greatest version it may follow. */
                    maxVersion?: string | null;
                    /**
                     * @description What slow or reconnecting subscribers of displayChanged get.
                     * @default EDGE
                     */
                    runtime?: components["schemas"]["InstanceRuntime"] | null;
                    /** @description The window in which it lives; not for untimed kinds. */
                    timeslot?: components["schemas"]["TimeslotInput"] | null;
                    /** @description Addresses to tell of events. */
                    webhooks?: components["schemas"]["WebhooksInput"] | null;
                    /** @description Props that follow a source; at most 50. */
                    bindings?: components["schemas"]["BindingInput"][] | null;
                    /** @description Schedule of its flow, created in the same change. Whatever setSchedule would refuse refuses the instance. It fires once the instance is started. */
                    schedule?: components["schemas"]["InstanceScheduleInput"] | null;
                };
            };
        };
        responses: {
            /** @description Made; `Location` says where it is. */
            201: {
                headers: {
                    /** @description Where it is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    GetInstance: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that you have; 304 if it has one of them. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-busstop1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The revision, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            /** @description It is at the revision of If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    DeleteInstance: {
        parameters: {
            query?: {
                /** @description Shown in the history; at most 500 characters. */
                reason?: string;
            };
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag that it must have; 412 if it has another. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-archive1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Id of the deleted object. */
                        id: string;
                        /** @description Identifies the change in history, activities and events. */
                        changeId: string;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    UpdateInstance: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag that it must have; 412 if it has another. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-busstop1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "name": "Harbour Road, line 42"
                 *     }
                 */
                "application/json": {
                    /** @description Name for people. */
                    name?: string | null;
                    /** @description Who may read it without a credential. */
                    visibility?: components["schemas"]["Visibility"] | null;
                    /** @description Replaces the config; validated by parametersSchema. */
                    config?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Replaces the metadata. */
                    metadata?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Replaces the webhooks. */
                    webhooks?: components["schemas"]["WebhooksInput"] | null;
                    /** @description Which new versions it follows by itself. */
                    upgradeStrategy?: components["schemas"]["UpgradeStrategy"] | null;
                    /** @description The greatest version it may follow. */
                    maxVersion?: string | null;
                    /** @description What slow or reconnecting subscribers of displayChanged get. */
                    runtime?: components["schemas"]["InstanceRuntime"] | null;
                };
                /**
                 * @example {
                 *       "name": "Harbour Road, line 42"
                 *     }
                 */
                "application/merge-patch+json": {
                    /** @description Name for people. */
                    name?: string | null;
                    /** @description Who may read it without a credential. */
                    visibility?: components["schemas"]["Visibility"] | null;
                    /** @description Replaces the config; validated by parametersSchema. */
                    config?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Replaces the metadata. */
                    metadata?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Replaces the webhooks. */
                    webhooks?: components["schemas"]["WebhooksInput"] | null;
                    /** @description Which new versions it follows by itself. */
                    upgradeStrategy?: components["schemas"]["UpgradeStrategy"] | null;
                    /** @description The greatest version it may follow. */
                    maxVersion?: string | null;
                    /** @description What slow or reconnecting subscribers of displayChanged get. */
                    runtime?: components["schemas"]["InstanceRuntime"] | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    GetInstanceStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-busstop1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceStatus"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    GetProps: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that you have; 304 if it has one of them. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-busstop1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The revision, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceProps"];
                };
            };
            /** @description It is at the revision of If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ReplaceProps: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag that it must have; 412 if it has another. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-busstop1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Harbour Road"
                 *     }
                 */
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceProps"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    PatchProps: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag that it must have; 412 if it has another. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-busstop1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Harbour Road (north)",
                 *       "count": 2
                 *     }
                 */
                "application/json": {
                    [key: string]: unknown;
                };
                /**
                 * @example {
                 *       "title": "Harbour Road (north)",
                 *       "count": 2
                 *     }
                 */
                "application/merge-patch+json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceProps"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    BulkPatchProps: {
        parameters: {
            query?: {
                /** @description Has one of these ids. */
                ids?: string[];
                /** @description Has one of these kinds. */
                kinds?: components["schemas"]["InstanceKind"][];
                /** @description Belongs to this project. */
                projectId?: string;
                /** @description Has one of these scopes. */
                scopes?: components["schemas"]["Scope"][];
                /** @description Is in one of these lifecycle states. */
                lifecycles?: components["schemas"]["Lifecycle"][];
                /** @description Has one of these readiness values. */
                readiness?: components["schemas"]["Readiness"][];
                /** @description Has one of these presence values. */
                presence?: components["schemas"]["Presence"][];
                /** @description Is a direct child of this instance. */
                parentId?: string;
                /** @description Has exactly this name; a name is kept without the space around it, in NFC. */
                name?: string;
                /** @description The name contains this text, ignoring case. */
                nameContains?: string;
                /** @description effectiveProps contains this JSON (Postgres `@>`). */
                propsContain?: {
                    [key: string]: unknown;
                };
                /** @description Its placement names this location. */
                location?: string;
                /** @description Its placement names this device. */
                device?: string;
                /** @description Has at least one of these tags. */
                "tags.any"?: string[];
                /** @description Has none of these tags. */
                "tags.none"?: string[];
                /** @description Latitude of the point in degrees. */
                "near.lat"?: number;
                /** @description Longitude of the point in degrees. */
                "near.lng"?: number;
                /** @description Great-circle distance in metres. */
                "near.radiusMeters"?: number;
                /** @description Southern latitude. */
                "within.south"?: number;
                /** @description Western longitude. */
                "within.west"?: number;
                /** @description Northern latitude. */
                "within.north"?: number;
                /** @description Eastern longitude. */
                "within.east"?: number;
                /** @description Is inside this zone as currently drawn. A zone that does not exist contains nothing. */
                zoneId?: string;
                /** @description Is in this group or in one of its subgroups. A group that does not exist contains nothing. */
                groupId?: string;
                /** @description Was made from the definition with this type key. */
                component_id?: string;
                /** @description Is owned by this principal. */
                owner_id?: string;
                /**
                 * @description Has all of these tags.
                 * @example [
                 *       "harbour"
                 *     ]
                 */
                tags?: string[];
            };
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "props": {
                 *         "level": "warning"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Answers when so many screens show it, or when the time is over. `change` tells how it goes on. */
                    waitFor?: components["schemas"]["WaitForShownInput"] | null;
                    /** @description RFC 7396 merge patch; null deletes a member, arrays are replaced whole. */
                    props: {
                        [key: string]: unknown;
                    };
                };
                /**
                 * @example {
                 *       "props": {
                 *         "level": "warning"
                 *       }
                 *     }
                 */
                "application/merge-patch+json": {
                    /** @description Answers when so many screens show it, or when the time is over. `change` tells how it goes on. */
                    waitFor?: components["schemas"]["WaitForShownInput"] | null;
                    /** @description RFC 7396 merge patch; null deletes a member, arrays are replaced whole. */
                    props: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Identifies the change in history, activities and events. */
                        changeId: string;
                        /** @description How many instances matched. */
                        targeted: number;
                        /** @description How many of them the patch changed. */
                        changed: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    GetBindings: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that you have; 304 if it has one of them. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-busstop1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The revision, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceBindings"];
                };
            };
            /** @description It is at the revision of If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    SetBindings: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag that it must have; 412 if it has another. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-busstop1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example [
                 *       {
                 *         "key": "departures",
                 *         "source": "STATIC",
                 *         "path": "[\"08:12\"]"
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["BindingInput"][];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceBindings"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    SetPlacement: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag that it must have; 412 if it has another. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-busstop1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "geo": {
                 *         "lat": 38.7,
                 *         "lng": -9.14
                 *       },
                 *       "tags": [
                 *         "harbour",
                 *         "covered"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PlacementInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    UpgradeInstance: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag that it must have; 412 if it has another. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-busstop1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "target_version": "1.1.0"
                 *     }
                 */
                "application/json": {
                    /** @description Merge patch over the migrated props, in the same revision: a member that is null is removed. */
                    propsPatch?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description The whole config, in the same revision. Default: it stays. */
                    config?: {
                        [key: string]: unknown;
                    } | null;
                    /**
                     * @description Returns the state it would lead to, at the present revision, or the refusal; changes nothing.
                     * @default false
                     */
                    dryRun?: boolean | null;
                    /** @description A published version, an earlier one too. On the way up the props migrations of the versions between are applied in order. */
                    target_version: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    FollowInstance: {
        parameters: {
            query?: {
                /** @description Resume after this cursor. */
                since?: string;
            };
            header?: {
                /** @description The id of the last event: resumes after it. */
                "Last-Event-ID"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-busstop1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": {
                        /** @description What changed. */
                        type: components["schemas"]["InstanceEventType"];
                        /** @description Resumes after this event. */
                        cursor: string;
                        /** @description The revision that the change made. */
                        revision: number;
                        /** @description Merge patch over the instance's fields against the previous state; null on SNAPSHOT. */
                        patch: {
                            [key: string]: unknown;
                        } | null;
                        /** @description Identifies the change; equal for all instances of a bulk change or a cascade. */
                        changeId: string | null;
                        /** @description The principal that made the change. */
                        actorId: string | null;
                        /** @description The reason given with the change. */
                        reason: string | null;
                        /**
                         * Format: date-time
                         * @description When it was committed.
                         */
                        at: string;
                        /** @description The state at this revision. Fields of other subgraphs show the present. */
                        instance: components["schemas"]["InstanceFeed"];
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    EmitEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-busstop1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "event": "pressed",
                 *       "data": {
                 *         "button": "help"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Name of the event. */
                    event: string;
                    /** @description Data of the event. */
                    data?: unknown;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Identifies the event in activities and deliveries. */
                        changeId: string;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    GetHistory: {
        parameters: {
            query?: {
                /** @example 2 */
                first?: number;
                after?: string;
                totalCount?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-busstop1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["InstanceChange"][];
                        /** @description Send it as `after` for the next page; null: there is none. */
                        nextCursor: string | null;
                        /** @description With `totalCount=true`. */
                        totalCount?: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ExplainProp: {
        parameters: {
            query: {
                /** @example /title */
                path: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-busstop1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PropExplanation"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    SetOverride: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-busstop1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "path": "/title",
                 *       "value": "Closed today",
                 *       "ttlSeconds": 3600
                 *     }
                 */
                "application/json": {
                    /** @description JSON pointer into the props: '/alert/message'. */
                    path: string;
                    /** @description Anything but null. */
                    value: unknown;
                    /** @description Lifetime in seconds, 1 to 31536000 (a year). Default: until it is cleared. */
                    ttlSeconds?: number | null;
                    /** @description Why it is set; shown in the history. */
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceProps"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ClearOverride: {
        parameters: {
            query: {
                /**
                 * @description JSON pointer into the props: '/alert/message'.
                 * @example /title
                 */
                path: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-busstop1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceProps"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    LockPath: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-busstop1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "path": "/count",
                 *       "ttlSeconds": 3600
                 *     }
                 */
                "application/json": {
                    /** @description JSON pointer into the props: '/alert/message'. */
                    path: string;
                    /** @description Lifetime in seconds, 1 to 31536000 (a year). Default: until it is unlocked. */
                    ttlSeconds?: number | null;
                    /** @description Why it is locked; shown in the history. */
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceProps"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    UnlockPath: {
        parameters: {
            query: {
                /**
                 * @description JSON pointer into the props: '/alert/message'.
                 * @example /count
                 */
                path: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-busstop1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceProps"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    StartInstance: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag that it must have; 412 if it has another. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-busstop1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "Timetable change"
                 *     }
                 */
                "application/json": {
                    /** @description Shown in the history; at most 500 characters. */
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    PauseInstance: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag that it must have; 412 if it has another. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-busstop1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "Timetable change"
                 *     }
                 */
                "application/json": {
                    /** @description Shown in the history; at most 500 characters. */
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ResumeInstance: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag that it must have; 412 if it has another. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-busstop1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "Timetable change"
                 *     }
                 */
                "application/json": {
                    /** @description Shown in the history; at most 500 characters. */
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    StopInstance: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag that it must have; 412 if it has another. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-busstop1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "Timetable change"
                 *     }
                 */
                "application/json": {
                    /** @description Shown in the history; at most 500 characters. */
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ArchiveInstance: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag that it must have; 412 if it has another. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-busstop1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "Timetable change"
                 *     }
                 */
                "application/json": {
                    /** @description Shown in the history; at most 500 characters. */
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ListChildren: {
        parameters: {
            query?: {
                first?: number;
                after?: string;
                totalCount?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-harbour1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Instance"][];
                        /** @description Send it as `after` for the next page; null: there is none. */
                        nextCursor: string | null;
                        /** @description With `totalCount=true`. */
                        totalCount?: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ListAncestors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-busstop1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    GetTree: {
        parameters: {
            query?: {
                /**
                 * @description 0: the root only. Absent: all.
                 * @example 3
                 */
                maxDepth?: number;
                /** @description 1 to 200. */
                first?: number;
                /** @description Continue after this cursor. */
                after?: string;
                totalCount?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the instance at the top.
                 * @example inst-harbour1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["InstanceTree"][];
                        /** @description Send it as `after` for the next page; null: there is none. */
                        nextCursor: string | null;
                        /** @description With `totalCount=true`. */
                        totalCount?: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    GetGlobalInstance: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that you have; 304 if it has one of them. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The revision, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            /** @description It is at the revision of If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ListProjectInstances: {
        parameters: {
            query?: {
                /** @description Has one of these ids. */
                ids?: string[];
                /** @description Has one of these kinds. */
                kinds?: components["schemas"]["InstanceKind"][];
                /** @description Was made from the definition with this type key. */
                definitionTypeKey?: string;
                /** @description Is owned by this principal. */
                ownerId?: string;
                /** @description Has one of these scopes. */
                scopes?: components["schemas"]["Scope"][];
                /**
                 * @description Is in one of these lifecycle states.
                 * @example [
                 *       "CREATED",
                 *       "ACTIVE"
                 *     ]
                 */
                lifecycles?: components["schemas"]["Lifecycle"][];
                /** @description Has one of these readiness values. */
                readiness?: components["schemas"]["Readiness"][];
                /** @description Has one of these presence values. */
                presence?: components["schemas"]["Presence"][];
                /** @description Is a direct child of this instance. */
                parentId?: string;
                /** @description Has exactly this name; a name is kept without the space around it, in NFC. */
                name?: string;
                /** @description The name contains this text, ignoring case. */
                nameContains?: string;
                /** @description effectiveProps contains this JSON (Postgres `@>`). */
                propsContain?: {
                    [key: string]: unknown;
                };
                /** @description Its placement names this location. */
                location?: string;
                /** @description Its placement names this device. */
                device?: string;
                /** @description Has all of these tags. */
                "tags.all"?: string[];
                /** @description Has at least one of these tags. */
                "tags.any"?: string[];
                /** @description Has none of these tags. */
                "tags.none"?: string[];
                /** @description Latitude of the point in degrees. */
                "near.lat"?: number;
                /** @description Longitude of the point in degrees. */
                "near.lng"?: number;
                /** @description Great-circle distance in metres. */
                "near.radiusMeters"?: number;
                /** @description Southern latitude. */
                "within.south"?: number;
                /** @description Western longitude. */
                "within.west"?: number;
                /** @description Northern latitude. */
                "within.north"?: number;
                /** @description Eastern longitude. */
                "within.east"?: number;
                /** @description Is inside this zone as currently drawn. A zone that does not exist contains nothing. */
                zoneId?: string;
                /** @description Is in this group or in one of its subgroups. A group that does not exist contains nothing. */
                groupId?: string;
                /** @description Default: DISTANCE_ASC with filter.near, else CREATED_DESC. */
                orderBy?: components["schemas"]["InstanceOrder"];
                /** @description 1 to 200. */
                first?: number;
                /** @description Continue after this cursor. */
                after?: string;
                totalCount?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description Belongs to this project.
                 * @example proj-harbour
                 */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Instance"][];
                        /** @description Send it as `after` for the next page; null: there is none. */
                        nextCursor: string | null;
                        /** @description With `totalCount=true`. */
                        totalCount?: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ListDefinitions: {
        parameters: {
            query?: {
                /**
                 * @description Has one of these kinds.
                 * @example [
                 *       "COMPONENT"
                 *     ]
                 */
                kinds?: components["schemas"]["DefinitionKind"][];
                /** @description Has one of these statuses. */
                statuses?: components["schemas"]["DefinitionStatus"][];
                /** @description Belongs to this project. */
                projectId?: string;
                /**
                 * @description The type key or title contains this text, ignoring case.
                 * @example bus
                 */
                search?: string;
                /**
                 * @description 1 to 200.
                 * @example 2
                 */
                first?: number;
                /** @description Continue after this cursor. */
                after?: string;
                totalCount?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Definition"][];
                        /** @description Send it as `after` for the next page; null: there is none. */
                        nextCursor: string | null;
                        /** @description With `totalCount=true`. */
                        totalCount?: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    SubmitDefinition: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "typeKey": "display/example",
                 *       "kind": "COMPONENT",
                 *       "version": "1.0.0",
                 *       "propsSchema": {
                 *         "type": "object"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Lower-case words joined by '/' and '-', such as 'display/bus-stop'. */
                    typeKey: string;
                    /** @description What the definition describes; fixed by its first version. */
                    kind: components["schemas"]["DefinitionKind"];
                    /** @description Number of the version. */
                    version: string;
                    /** @description Name for people. */
                    title?: string | null;
                    /** @description What it is for. */
                    description?: string | null;
                    /** @description Project of a new definition. Default: the system project. */
                    projectId?: string | null;
                    /** @description JSON Schema 2020-12. Default: any object. */
                    propsSchema?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description JSON Schema 2020-12. Default: any object. */
                    parametersSchema?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Lowest layer of an instance's effective props. Default: {}. */
                    defaultProps?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Key of the executor that carries out its flows. */
                    codeRef?: string | null;
                    /** @description For a COMPONENT: source of the ES module, at most 1 MB. */
                    bundle?: string | null;
                    /** @description Flows that every instance gets. */
                    flowTemplates?: components["schemas"]["FlowTemplateInput"][] | null;
                    /** @description How flows combine into readiness; see DefinitionVersion. */
                    statusAggregationContract?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Restrictions and hooks of the lifecycle; see DefinitionVersion. */
                    lifecycleTemplate?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Children that an instance needs; see DefinitionVersion. */
                    childRequirements?: {
                        [key: string]: unknown;
                    }[] | null;
                    /** @description Test cases, [{ name, props, valid }], checked before publishing. */
                    tests?: {
                        [key: string]: unknown;
                    }[] | null;
                    /**
                     * @description The version claims to need no props from its instances and to have a bundle; its evaluation fails otherwise.
                     * @default false
                     */
                    complete?: boolean | null;
                    /** @description Steps from the props of earlier versions; see DefinitionVersion. BAD_USER_INPUT for a malformed one; the evaluation fails where a valid test case of the version before does not fit afterwards. */
                    propsMigration?: {
                        [key: string]: unknown;
                    }[] | null;
                    /** @description A config resource of kind AUTHORIZATION_POLICY; it applies to the definition, not to the version. */
                    authorizationPolicyId?: string | null;
                };
            };
        };
        responses: {
            /** @description Made; `Location` says where it is. */
            201: {
                headers: {
                    /** @description Where it is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionVersion"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    GetDefinition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the definition.
                 * @example def-busstop00
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Definition"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    RetireDefinition: {
        parameters: {
            query?: {
                /** @description Recorded in the activity. */
                reason?: string;
            };
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the definition.
                 * @example def-obsolete1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Definition"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ListDefinitionVersions: {
        parameters: {
            query?: {
                /** @example 2 */
                first?: number;
                after?: string;
                totalCount?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the definition.
                 * @example def-busstop00
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DefinitionVersion"][];
                        /** @description Send it as `after` for the next page; null: there is none. */
                        nextCursor: string | null;
                        /** @description With `totalCount=true`. */
                        totalCount?: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    GetDefinitionVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the version.
                 * @example dver-busstop110
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionVersion"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    PublishDefinitionVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the version.
                 * @example dver-example1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionVersion"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    CopyResource: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the definition to copy.
                 * @example def-busstop00
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "target_parent_id": "proj-harbour",
                 *       "new_name": "display/bus-stop-of-ours"
                 *     }
                 */
                "application/json": {
                    /** @description Title of the copy. Default: the original's. */
                    title?: string | null;
                    /** @description Project of the copy. */
                    target_parent_id: string;
                    /** @description Type key of the copy; it must be free. */
                    new_name: string;
                };
            };
        };
        responses: {
            /** @description Made; `Location` says where it is. */
            201: {
                headers: {
                    /** @description Where it is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Id of the definition. */
                        id: string;
                        /** @description Unique per tenant: 'display/bus-stop'. */
                        typeKey: string;
                        /** @description What it describes. */
                        kind: components["schemas"]["DefinitionKind"];
                        /** @description Name for people. */
                        title: string | null;
                        /** @description What it is for. */
                        description: string | null;
                        /** @description Status of the definition as a whole. */
                        status: components["schemas"]["DefinitionStatus"];
                        /** @description The project that the definition lives in. */
                        project: {
                            /** @description Id of the project. */
                            id: string;
                        };
                        /** @description The greatest published release; a pre-release only where there is no release. */
                        latestVersion: {
                            /** @description Id of the version. */
                            id: string;
                            /** @description Its number, compared as semver. */
                            version: string;
                        } | null;
                        /**
                         * Format: date-time
                         * @description When the first version was submitted.
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @description When the head last changed.
                         */
                        updatedAt: string;
                        /** @description The definition that this one was copied from. */
                        derivedFrom: {
                            /** @description Id of the definition. */
                            id: string;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    FindNearby: {
        parameters: {
            query: {
                /**
                 * @description Latitude in degrees.
                 * @example 38.7
                 */
                lat: number;
                /**
                 * @description Longitude in degrees.
                 * @example -9.14
                 */
                lng: number;
                /**
                 * @description Metres; absent: the whole earth.
                 * @example 2000
                 */
                radiusMeters?: number;
                /** @description Has one of these ids. */
                ids?: string[];
                /** @description Has one of these kinds. */
                kinds?: components["schemas"]["InstanceKind"][];
                /** @description Belongs to this project. */
                projectId?: string;
                /** @description Has one of these scopes. */
                scopes?: components["schemas"]["Scope"][];
                /** @description Is in one of these lifecycle states. */
                lifecycles?: components["schemas"]["Lifecycle"][];
                /** @description Has one of these readiness values. */
                readiness?: components["schemas"]["Readiness"][];
                /** @description Has one of these presence values. */
                presence?: components["schemas"]["Presence"][];
                /** @description Is a direct child of this instance. */
                parentId?: string;
                /** @description Has exactly this name; a name is kept without the space around it, in NFC. */
                name?: string;
                /** @description The name contains this text, ignoring case. */
                nameContains?: string;
                /** @description effectiveProps contains this JSON (Postgres `@>`). */
                propsContain?: {
                    [key: string]: unknown;
                };
                /** @description Its placement names this location. */
                location?: string;
                /** @description Its placement names this device. */
                device?: string;
                /** @description Has at least one of these tags. */
                "tags.any"?: string[];
                /** @description Has none of these tags. */
                "tags.none"?: string[];
                /** @description Latitude of the point in degrees. */
                "near.lat"?: number;
                /** @description Longitude of the point in degrees. */
                "near.lng"?: number;
                /** @description Great-circle distance in metres. */
                "near.radiusMeters"?: number;
                /** @description Southern latitude. */
                "within.south"?: number;
                /** @description Western longitude. */
                "within.west"?: number;
                /** @description Northern latitude. */
                "within.north"?: number;
                /** @description Eastern longitude. */
                "within.east"?: number;
                /** @description Is inside this zone as currently drawn. A zone that does not exist contains nothing. */
                zoneId?: string;
                /** @description Is in this group or in one of its subgroups. A group that does not exist contains nothing. */
                groupId?: string;
                /** @description 1 to 200. */
                first?: number;
                /** @description Was made from the definition with this type key. */
                component_id?: string;
                /** @description Is owned by this principal. */
                owner_id?: string;
                /**
                 * @description Has all of these tags.
                 * @example [
                 *       "covered"
                 *     ]
                 */
                tags?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Great-circle distance in metres on a sphere of radius 6,371,008.8 m. */
                        distanceMeters: number;
                        /** @description The instance. */
                        instance: components["schemas"]["Instance"];
                    }[];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ListLocations: {
        parameters: {
            query?: {
                /**
                 * @description 1 to 200.
                 * @example 2
                 */
                first?: number;
                /** @description Continue after this cursor. */
                after?: string;
                totalCount?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Location"][];
                        /** @description Send it as `after` for the next page; null: there is none. */
                        nextCursor: string | null;
                        /** @description With `totalCount=true`. */
                        totalCount?: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    PutLocation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A slug: lower-case letters, digits and '-', '_', '.', '/'; unique per tenant.
                 * @example harbour-road
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Harbour Road",
                 *       "geo": {
                 *         "lat": 38.7,
                 *         "lng": -9.14
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Name for people. */
                    name: string;
                    /** @description Coordinates. */
                    geo?: components["schemas"]["GeoInput"] | null;
                    /** @description IANA time zone. Default: derived from `geo`. */
                    timezone?: string | null;
                    /** @description The location that contains this one; it must exist. */
                    parentId?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Location"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ListZones: {
        parameters: {
            query?: {
                /**
                 * @description 1 to 200.
                 * @example 2
                 */
                first?: number;
                /** @description Continue after this cursor. */
                after?: string;
                totalCount?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Zone"][];
                        /** @description Send it as `after` for the next page; null: there is none. */
                        nextCursor: string | null;
                        /** @description With `totalCount=true`. */
                        totalCount?: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    GetZone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the zone.
                 * @example harbour
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Zone"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    PutZone: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description A slug: lower-case letters, digits and '-', '_', '.', '/'; unique per tenant.
                 * @example harbour
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Harbour",
                 *       "center": {
                 *         "lat": 38.7,
                 *         "lng": -9.14
                 *       },
                 *       "radiusMeters": 2000
                 *     }
                 */
                "application/json": {
                    /** @description Name for people. */
                    name: string;
                    /** @description Centre of a circle. */
                    center?: components["schemas"]["GeoInput"] | null;
                    /** @description Radius of a circle in metres; greater than 0, at most half the circumference of the earth. */
                    radiusMeters?: number | null;
                    /** @description 3 to 1,000 corners as [lng, lat], in either direction; the first may be repeated at the end. An edge takes the shorter way around the earth, so a zone may cross the antimeridian; a ring around a pole contains the pole. Edges must not cross or touch. */
                    polygon?: number[][] | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Zone"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    DeleteZone: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the zone.
                 * @example harbour
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Id of the deleted object. */
                        id: string;
                        /** @description Identifies the change in history, activities and events. */
                        changeId: string;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ListGroups: {
        parameters: {
            query?: {
                /**
                 * @description 1 to 200.
                 * @example 2
                 */
                first?: number;
                /** @description Continue after this cursor. */
                after?: string;
                totalCount?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Group"][];
                        /** @description Send it as `after` for the next page; null: there is none. */
                        nextCursor: string | null;
                        /** @description With `totalCount=true`. */
                        totalCount?: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    GetGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the group.
                 * @example harbour-stops
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    PutGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description A slug: lower-case letters, digits and '-', '_', '.', '/'; unique per tenant.
                 * @example harbour-stops
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Stops at the harbour",
                 *       "selector": {
                 *         "tags": {
                 *           "all": [
                 *             "harbour"
                 *           ]
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Name for people. */
                    name: string;
                    /** @description Instances that match are in the group for as long as they match. May name a zone or another group. */
                    selector?: components["schemas"]["InstanceFilter"] | null;
                    /** @description Ids of the members, at most 1,000. */
                    memberIds?: string[] | null;
                    /** @description The group that contains this one; it must exist. */
                    parentId?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    DeleteGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the group.
                 * @example harbour-stops
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Id of the deleted object. */
                        id: string;
                        /** @description Identifies the change in history, activities and events. */
                        changeId: string;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    GetKv: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that you have; 304 if it has one of them. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The key.
                 * @example alerts
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The revision, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KvEntry"];
                };
            };
            /** @description It is at the revision of If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    SetKv: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description 1 to 200 characters, without '#'.
                 * @example alerts
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "level": "warning",
                 *       "message": "Road works"
                 *     }
                 */
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Null when the key was deleted. */
                        entry: components["schemas"]["KvEntry"] | null;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ListOperators: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operator"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    GetOperator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name as written in expressions.
                 * @example MEAN
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operator"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    EvaluateExpression: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "expression": "MEAN(x, 2)",
                 *       "inputs": {
                 *         "x": [
                 *           1,
                 *           2,
                 *           3
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description The expression, such as MEAN(close, 20). */
                    expression: string;
                    /** @description By name: a list of numbers, or {instanceId, column, where} of a dataset. */
                    inputs?: {
                        [key: string]: unknown;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The latest values, at most 200, oldest first: {date, value}; without dates when the inputs were plain numbers. */
                        preview: {
                            [key: string]: unknown;
                        }[];
                        /** @description Number of values. */
                        rows: number;
                        /** @description Date of the latest value. */
                        lastDate: string | null;
                        /** @description The latest value. */
                        lastValue: number | null;
                        /** @description count, nulls, min, max and mean of all values. */
                        statistics: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ListPipelines: {
        parameters: {
            query?: {
                /** @description Has one of these statuses. */
                statuses?: components["schemas"]["DefinitionStatus"][];
                /** @description Belongs to this project. */
                projectId?: string;
                /** @description The type key or title contains this text, ignoring case. */
                search?: string;
                /**
                 * @description 1 to 200.
                 * @example 2
                 */
                first?: number;
                /** @description Continue after this cursor. */
                after?: string;
                totalCount?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Definition"][];
                        /** @description Send it as `after` for the next page; null: there is none. */
                        nextCursor: string | null;
                        /** @description With `totalCount=true`. */
                        totalCount?: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    SubmitPipeline: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "typeKey": "pipeline/example",
                 *       "version": "1.0.0",
                 *       "flowTemplates": [
                 *         {
                 *           "name": "sync",
                 *           "runKind": "PipelineRun"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description Lower-case words joined by '/' and '-', such as 'display/bus-stop'. */
                    typeKey: string;
                    /** @description Number of the version. */
                    version: string;
                    /** @description Name for people. */
                    title?: string | null;
                    /** @description What it is for. */
                    description?: string | null;
                    /** @description Project of a new definition. Default: the system project. */
                    projectId?: string | null;
                    /** @description JSON Schema 2020-12. Default: any object. */
                    propsSchema?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description JSON Schema 2020-12. Default: any object. */
                    parametersSchema?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Lowest layer of an instance's effective props. Default: {}. */
                    defaultProps?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Key of the executor that carries out its flows. */
                    codeRef?: string | null;
                    /** @description For a COMPONENT: source of the ES module, at most 1 MB. */
                    bundle?: string | null;
                    /** @description Flows that every instance gets. */
                    flowTemplates?: components["schemas"]["FlowTemplateInput"][] | null;
                    /** @description How flows combine into readiness; see DefinitionVersion. */
                    statusAggregationContract?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Restrictions and hooks of the lifecycle; see DefinitionVersion. */
                    lifecycleTemplate?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Children that an instance needs; see DefinitionVersion. */
                    childRequirements?: {
                        [key: string]: unknown;
                    }[] | null;
                    /** @description Test cases, [{ name, props, valid }], checked before publishing. */
                    tests?: {
                        [key: string]: unknown;
                    }[] | null;
                    /**
                     * @description The version claims to need no props from its instances and to have a bundle; its evaluation fails otherwise.
                     * @default false
                     */
                    complete?: boolean | null;
                    /** @description Steps from the props of earlier versions; see DefinitionVersion. BAD_USER_INPUT for a malformed one; the evaluation fails where a valid test case of the version before does not fit afterwards. */
                    propsMigration?: {
                        [key: string]: unknown;
                    }[] | null;
                    /** @description A config resource of kind AUTHORIZATION_POLICY; it applies to the definition, not to the version. */
                    authorizationPolicyId?: string | null;
                };
            };
        };
        responses: {
            /** @description Made; `Location` says where it is. */
            201: {
                headers: {
                    /** @description Where it is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionVersion"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    GetPipeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the definition.
                 * @example def-pipeline1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Definition"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    RetirePipeline: {
        parameters: {
            query?: {
                /** @description Recorded in the activity. */
                reason?: string;
            };
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the definition.
                 * @example def-pipeline2
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Definition"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    DeployPipeline: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the version.
                 * @example dver-pipeline1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionVersion"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ListPipelineInstances: {
        parameters: {
            query?: {
                /** @description Has one of these ids. */
                ids?: string[];
                /** @description Was made from the definition with this type key. */
                definitionTypeKey?: string;
                /** @description Is owned by this principal. */
                ownerId?: string;
                /** @description Belongs to this project. */
                projectId?: string;
                /** @description Has one of these scopes. */
                scopes?: components["schemas"]["Scope"][];
                /** @description Is in one of these lifecycle states. */
                lifecycles?: components["schemas"]["Lifecycle"][];
                /** @description Has one of these readiness values. */
                readiness?: components["schemas"]["Readiness"][];
                /** @description Has one of these presence values. */
                presence?: components["schemas"]["Presence"][];
                /** @description Is a direct child of this instance. */
                parentId?: string;
                /** @description Has exactly this name; a name is kept without the space around it, in NFC. */
                name?: string;
                /** @description The name contains this text, ignoring case. */
                nameContains?: string;
                /** @description effectiveProps contains this JSON (Postgres `@>`). */
                propsContain?: {
                    [key: string]: unknown;
                };
                /** @description Its placement names this location. */
                location?: string;
                /** @description Its placement names this device. */
                device?: string;
                /** @description Has all of these tags. */
                "tags.all"?: string[];
                /** @description Has at least one of these tags. */
                "tags.any"?: string[];
                /** @description Has none of these tags. */
                "tags.none"?: string[];
                /** @description Latitude of the point in degrees. */
                "near.lat"?: number;
                /** @description Longitude of the point in degrees. */
                "near.lng"?: number;
                /** @description Great-circle distance in metres. */
                "near.radiusMeters"?: number;
                /** @description Southern latitude. */
                "within.south"?: number;
                /** @description Western longitude. */
                "within.west"?: number;
                /** @description Northern latitude. */
                "within.north"?: number;
                /** @description Eastern longitude. */
                "within.east"?: number;
                /** @description Is inside this zone as currently drawn. A zone that does not exist contains nothing. */
                zoneId?: string;
                /** @description Is in this group or in one of its subgroups. A group that does not exist contains nothing. */
                groupId?: string;
                /** @description Default: DISTANCE_ASC with filter.near, else CREATED_DESC. */
                orderBy?: components["schemas"]["InstanceOrder"];
                /**
                 * @description 1 to 200.
                 * @example 2
                 */
                first?: number;
                /** @description Continue after this cursor. */
                after?: string;
                totalCount?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Instance"][];
                        /** @description Send it as `after` for the next page; null: there is none. */
                        nextCursor: string | null;
                        /** @description With `totalCount=true`. */
                        totalCount?: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    CreatePipelineInstance: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "definitionTypeKey": "pipeline/example"
                 *     }
                 */
                "application/json": {
                    /** @description Type key of its definition; required for kinds that have definitions. */
                    definitionTypeKey?: string | null;
                    /** @description Version to start with. Default: the greatest published one. */
                    definitionVersion?: string | null;
                    /** @description Unique per project and scope among instances that are not archived. */
                    name?: string | null;
                    /** @description Default: the system project. */
                    projectId?: string | null;
                    /** @description Default: none, except that a HOPPER of scope ORCHESTRATION is placed below the HOPPER of its project, which is created when the GLOBAL one says so (delegation.auto_create_project_instances). */
                    parentId?: string | null;
                    /**
                     * @description Who may read it without a credential.
                     * @default PRIVATE
                     */
                    visibility?: components["schemas"]["Visibility"] | null;
                    /**
                     * @description How far it reaches.
                     * @default PROJECT
                     */
                    scope?: components["schemas"]["Scope"] | null;
                    /**
                     * @description How long it lives.
                     * @default PERSISTENT
                     */
                    persistence?: components["schemas"]["Persistence"] | null;
                    /** @description Its own props, validated by propsSchema. */
                    props?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description How it works, validated by parametersSchema. */
                    config?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Free-form data that Marquee stores and never interprets. */
                    metadata?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Where it is. */
                    placement?: components["schemas"]["PlacementInput"] | null;
                    /**
                     * @description Which new versions it follows by itself.
                     * @default PIN
                     */
                    upgradeStrategy?: components["schemas"]["UpgradeStrategy"] | null;
                    /** @description The greatest version it may follow. */
                    maxVersion?: string | null;
                    /**
                     * @description What slow or reconnecting subscribers of displayChanged get.
                     * @default EDGE
                     */
                    runtime?: components["schemas"]["InstanceRuntime"] | null;
                    /** @description The window in which it lives; not for untimed kinds. */
                    timeslot?: components["schemas"]["TimeslotInput"] | null;
                    /** @description Addresses to tell of events. */
                    webhooks?: components["schemas"]["WebhooksInput"] | null;
                    /** @description Props that follow a source; at most 50. */
                    bindings?: components["schemas"]["BindingInput"][] | null;
                    /** @description Schedule of its flow, created in the same change. Whatever setSchedule would refuse refuses the instance. It fires once the instance is started. */
                    schedule?: components["schemas"]["InstanceScheduleInput"] | null;
                };
            };
        };
        responses: {
            /** @description Made; `Location` says where it is. */
            201: {
                headers: {
                    /** @description Where it is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    GetPipelineInstance: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that you have; 304 if it has one of them. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-pipelin1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The revision, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            /** @description It is at the revision of If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    DeletePipelineInstance: {
        parameters: {
            query?: {
                /** @description Shown in the history; at most 500 characters. */
                reason?: string;
            };
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag that it must have; 412 if it has another. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-pipelin2
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Id of the deleted object. */
                        id: string;
                        /** @description Identifies the change in history, activities and events. */
                        changeId: string;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    UpdatePipelineInstance: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag that it must have; 412 if it has another. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-pipelin1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "name": "Nightly prices"
                 *     }
                 */
                "application/json": {
                    /** @description Name for people. */
                    name?: string | null;
                    /** @description Who may read it without a credential. */
                    visibility?: components["schemas"]["Visibility"] | null;
                    /** @description Replaces the config; validated by parametersSchema. */
                    config?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Replaces the metadata. */
                    metadata?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Replaces the webhooks. */
                    webhooks?: components["schemas"]["WebhooksInput"] | null;
                    /** @description Which new versions it follows by itself. */
                    upgradeStrategy?: components["schemas"]["UpgradeStrategy"] | null;
                    /** @description The greatest version it may follow. */
                    maxVersion?: string | null;
                    /** @description What slow or reconnecting subscribers of displayChanged get. */
                    runtime?: components["schemas"]["InstanceRuntime"] | null;
                };
                /**
                 * @example {
                 *       "name": "Nightly prices"
                 *     }
                 */
                "application/merge-patch+json": {
                    /** @description Name for people. */
                    name?: string | null;
                    /** @description Who may read it without a credential. */
                    visibility?: components["schemas"]["Visibility"] | null;
                    /** @description Replaces the config; validated by parametersSchema. */
                    config?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Replaces the metadata. */
                    metadata?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Replaces the webhooks. */
                    webhooks?: components["schemas"]["WebhooksInput"] | null;
                    /** @description Which new versions it follows by itself. */
                    upgradeStrategy?: components["schemas"]["UpgradeStrategy"] | null;
                    /** @description The greatest version it may follow. */
                    maxVersion?: string | null;
                    /** @description What slow or reconnecting subscribers of displayChanged get. */
                    runtime?: components["schemas"]["InstanceRuntime"] | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    RunPipelineInstance: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The instance.
                 * @example inst-pipelin1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Name of the flow; required when the instance has several. */
                    flow?: string | null;
                    /** @description Passed to the executor. */
                    parameters?: {
                        [key: string]: unknown;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ListPipelineInstanceRuns: {
        parameters: {
            query?: {
                /** @description Has one of these states. */
                statuses?: components["schemas"]["RunStatus"][];
                /** @description Has one of these kinds. */
                kinds?: string[];
                /** @description 1 to 200. */
                first?: number;
                /** @description Continue after this cursor. */
                after?: string;
                totalCount?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description Belongs to this instance.
                 * @example inst-pipelin1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Run"][];
                        /** @description Send it as `after` for the next page; null: there is none. */
                        nextCursor: string | null;
                        /** @description With `totalCount=true`. */
                        totalCount?: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ListExperiments: {
        parameters: {
            query?: {
                /** @description Has one of these ids. */
                ids?: string[];
                /** @description Was made from the definition with this type key. */
                definitionTypeKey?: string;
                /** @description Is owned by this principal. */
                ownerId?: string;
                /** @description Belongs to this project. */
                projectId?: string;
                /** @description Has one of these scopes. */
                scopes?: components["schemas"]["Scope"][];
                /** @description Is in one of these lifecycle states. */
                lifecycles?: components["schemas"]["Lifecycle"][];
                /** @description Has one of these readiness values. */
                readiness?: components["schemas"]["Readiness"][];
                /** @description Has one of these presence values. */
                presence?: components["schemas"]["Presence"][];
                /** @description Is a direct child of this instance. */
                parentId?: string;
                /** @description Has exactly this name; a name is kept without the space around it, in NFC. */
                name?: string;
                /** @description The name contains this text, ignoring case. */
                nameContains?: string;
                /** @description effectiveProps contains this JSON (Postgres `@>`). */
                propsContain?: {
                    [key: string]: unknown;
                };
                /** @description Its placement names this location. */
                location?: string;
                /** @description Its placement names this device. */
                device?: string;
                /** @description Has all of these tags. */
                "tags.all"?: string[];
                /** @description Has at least one of these tags. */
                "tags.any"?: string[];
                /** @description Has none of these tags. */
                "tags.none"?: string[];
                /** @description Latitude of the point in degrees. */
                "near.lat"?: number;
                /** @description Longitude of the point in degrees. */
                "near.lng"?: number;
                /** @description Great-circle distance in metres. */
                "near.radiusMeters"?: number;
                /** @description Southern latitude. */
                "within.south"?: number;
                /** @description Western longitude. */
                "within.west"?: number;
                /** @description Northern latitude. */
                "within.north"?: number;
                /** @description Eastern longitude. */
                "within.east"?: number;
                /** @description Is inside this zone as currently drawn. A zone that does not exist contains nothing. */
                zoneId?: string;
                /** @description Is in this group or in one of its subgroups. A group that does not exist contains nothing. */
                groupId?: string;
                /** @description Default: DISTANCE_ASC with filter.near, else CREATED_DESC. */
                orderBy?: components["schemas"]["InstanceOrder"];
                /**
                 * @description 1 to 200.
                 * @example 2
                 */
                first?: number;
                /** @description Continue after this cursor. */
                after?: string;
                totalCount?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Instance"][];
                        /** @description Send it as `after` for the next page; null: there is none. */
                        nextCursor: string | null;
                        /** @description With `totalCount=true`. */
                        totalCount?: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    CreateExperiment: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "definitionTypeKey": "ops/expression",
                 *       "config": {
                 *         "expression": "MEAN(price, 3)",
                 *         "inputs": {
                 *           "price": {}
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Type key of its definition; required for kinds that have definitions. */
                    definitionTypeKey?: string | null;
                    /** @description Version to start with. Default: the greatest published one. */
                    definitionVersion?: string | null;
                    /** @description Unique per project and scope among instances that are not archived. */
                    name?: string | null;
                    /** @description Default: the system project. */
                    projectId?: string | null;
                    /** @description Default: none, except that a HOPPER of scope ORCHESTRATION is placed below the HOPPER of its project, which is created when the GLOBAL one says so (delegation.auto_create_project_instances). */
                    parentId?: string | null;
                    /**
                     * @description Who may read it without a credential.
                     * @default PRIVATE
                     */
                    visibility?: components["schemas"]["Visibility"] | null;
                    /**
                     * @description How far it reaches.
                     * @default PROJECT
                     */
                    scope?: components["schemas"]["Scope"] | null;
                    /**
                     * @description How long it lives.
                     * @default PERSISTENT
                     */
                    persistence?: components["schemas"]["Persistence"] | null;
                    /** @description Its own props, validated by propsSchema. */
                    props?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description How it works, validated by parametersSchema. */
                    config?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Free-form data that Marquee stores and never interprets. */
                    metadata?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Where it is. */
                    placement?: components["schemas"]["PlacementInput"] | null;
                    /**
                     * @description Which new versions it follows by itself.
                     * @default PIN
                     */
                    upgradeStrategy?: components["schemas"]["UpgradeStrategy"] | null;
                    /** @description The greatest version it may follow. */
                    maxVersion?: string | null;
                    /**
                     * @description What slow or reconnecting subscribers of displayChanged get.
                     * @default EDGE
                     */
                    runtime?: components["schemas"]["InstanceRuntime"] | null;
                    /** @description The window in which it lives; not for untimed kinds. */
                    timeslot?: components["schemas"]["TimeslotInput"] | null;
                    /** @description Addresses to tell of events. */
                    webhooks?: components["schemas"]["WebhooksInput"] | null;
                    /** @description Props that follow a source; at most 50. */
                    bindings?: components["schemas"]["BindingInput"][] | null;
                    /** @description Schedule of its flow, created in the same change. Whatever setSchedule would refuse refuses the instance. It fires once the instance is started. */
                    schedule?: components["schemas"]["InstanceScheduleInput"] | null;
                };
            };
        };
        responses: {
            /** @description Made; `Location` says where it is. */
            201: {
                headers: {
                    /** @description Where it is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    GetExperiment: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that you have; 304 if it has one of them. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-trial001
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The revision, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            /** @description It is at the revision of If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    UpdateExperiment: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag that it must have; 412 if it has another. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-trial001
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "name": "Three-day mean"
                 *     }
                 */
                "application/json": {
                    /** @description Name for people. */
                    name?: string | null;
                    /** @description Who may read it without a credential. */
                    visibility?: components["schemas"]["Visibility"] | null;
                    /** @description Replaces the config; validated by parametersSchema. */
                    config?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Replaces the metadata. */
                    metadata?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Replaces the webhooks. */
                    webhooks?: components["schemas"]["WebhooksInput"] | null;
                    /** @description Which new versions it follows by itself. */
                    upgradeStrategy?: components["schemas"]["UpgradeStrategy"] | null;
                    /** @description The greatest version it may follow. */
                    maxVersion?: string | null;
                    /** @description What slow or reconnecting subscribers of displayChanged get. */
                    runtime?: components["schemas"]["InstanceRuntime"] | null;
                };
                /**
                 * @example {
                 *       "name": "Three-day mean"
                 *     }
                 */
                "application/merge-patch+json": {
                    /** @description Name for people. */
                    name?: string | null;
                    /** @description Who may read it without a credential. */
                    visibility?: components["schemas"]["Visibility"] | null;
                    /** @description Replaces the config; validated by parametersSchema. */
                    config?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Replaces the metadata. */
                    metadata?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Replaces the webhooks. */
                    webhooks?: components["schemas"]["WebhooksInput"] | null;
                    /** @description Which new versions it follows by itself. */
                    upgradeStrategy?: components["schemas"]["UpgradeStrategy"] | null;
                    /** @description The greatest version it may follow. */
                    maxVersion?: string | null;
                    /** @description What slow or reconnecting subscribers of displayChanged get. */
                    runtime?: components["schemas"]["InstanceRuntime"] | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    RunExperiment: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The instance.
                 * @example inst-trial001
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Name of the flow; required when the instance has several. */
                    flow?: string | null;
                    /** @description Passed to the executor. */
                    parameters?: {
                        [key: string]: unknown;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ListExperimentRuns: {
        parameters: {
            query?: {
                /** @description Has one of these states. */
                statuses?: components["schemas"]["RunStatus"][];
                /** @description Has one of these kinds. */
                kinds?: string[];
                /** @description 1 to 200. */
                first?: number;
                /** @description Continue after this cursor. */
                after?: string;
                totalCount?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description Belongs to this instance.
                 * @example inst-trial001
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Run"][];
                        /** @description Send it as `after` for the next page; null: there is none. */
                        nextCursor: string | null;
                        /** @description With `totalCount=true`. */
                        totalCount?: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    SaveExperimentAsMacro: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the experiment.
                 * @example inst-trial001
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "typeKey": "macro/three-day-mean",
                 *       "title": "Three-day mean"
                 *     }
                 */
                "application/json": {
                    /** @description Type key of the new definition. */
                    typeKey: string;
                    /**
                     * @description Number of its first version.
                     * @default 1.0.0
                     */
                    version?: string | null;
                    /** @description Name for people. */
                    title?: string | null;
                    /** @description What it is for. */
                    description?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionVersion"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ListDatasets: {
        parameters: {
            query?: {
                /** @description Has one of these ids. */
                ids?: string[];
                /** @description Was made from the definition with this type key. */
                definitionTypeKey?: string;
                /** @description Is owned by this principal. */
                ownerId?: string;
                /** @description Belongs to this project. */
                projectId?: string;
                /** @description Has one of these scopes. */
                scopes?: components["schemas"]["Scope"][];
                /** @description Is in one of these lifecycle states. */
                lifecycles?: components["schemas"]["Lifecycle"][];
                /** @description Has one of these readiness values. */
                readiness?: components["schemas"]["Readiness"][];
                /** @description Has one of these presence values. */
                presence?: components["schemas"]["Presence"][];
                /** @description Is a direct child of this instance. */
                parentId?: string;
                /** @description Has exactly this name; a name is kept without the space around it, in NFC. */
                name?: string;
                /** @description The name contains this text, ignoring case. */
                nameContains?: string;
                /** @description effectiveProps contains this JSON (Postgres `@>`). */
                propsContain?: {
                    [key: string]: unknown;
                };
                /** @description Its placement names this location. */
                location?: string;
                /** @description Its placement names this device. */
                device?: string;
                /** @description Has all of these tags. */
                "tags.all"?: string[];
                /** @description Has at least one of these tags. */
                "tags.any"?: string[];
                /** @description Has none of these tags. */
                "tags.none"?: string[];
                /** @description Latitude of the point in degrees. */
                "near.lat"?: number;
                /** @description Longitude of the point in degrees. */
                "near.lng"?: number;
                /** @description Great-circle distance in metres. */
                "near.radiusMeters"?: number;
                /** @description Southern latitude. */
                "within.south"?: number;
                /** @description Western longitude. */
                "within.west"?: number;
                /** @description Northern latitude. */
                "within.north"?: number;
                /** @description Eastern longitude. */
                "within.east"?: number;
                /** @description Is inside this zone as currently drawn. A zone that does not exist contains nothing. */
                zoneId?: string;
                /** @description Is in this group or in one of its subgroups. A group that does not exist contains nothing. */
                groupId?: string;
                /** @description Default: DISTANCE_ASC with filter.near, else CREATED_DESC. */
                orderBy?: components["schemas"]["InstanceOrder"];
                /**
                 * @description 1 to 200.
                 * @example 2
                 */
                first?: number;
                /** @description Continue after this cursor. */
                after?: string;
                totalCount?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Instance"][];
                        /** @description Send it as `after` for the next page; null: there is none. */
                        nextCursor: string | null;
                        /** @description With `totalCount=true`. */
                        totalCount?: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    CreateDataset: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "definitionTypeKey": "data/files",
                 *       "config": {
                 *         "path": "prices.csv"
                 *       },
                 *       "name": "Prices"
                 *     }
                 */
                "application/json": {
                    /** @description Type key of its definition; required for kinds that have definitions. */
                    definitionTypeKey?: string | null;
                    /** @description Version to start with. Default: the greatest published one. */
                    definitionVersion?: string | null;
                    /** @description Unique per project and scope among instances that are not archived. */
                    name?: string | null;
                    /** @description Default: the system project. */
                    projectId?: string | null;
                    /** @description Default: none, except that a HOPPER of scope ORCHESTRATION is placed below the HOPPER of its project, which is created when the GLOBAL one says so (delegation.auto_create_project_instances). */
                    parentId?: string | null;
                    /**
                     * @description Who may read it without a credential.
                     * @default PRIVATE
                     */
                    visibility?: components["schemas"]["Visibility"] | null;
                    /**
                     * @description How far it reaches.
                     * @default PROJECT
                     */
                    scope?: components["schemas"]["Scope"] | null;
                    /**
                     * @description How long it lives.
                     * @default PERSISTENT
                     */
                    persistence?: components["schemas"]["Persistence"] | null;
                    /** @description Its own props, validated by propsSchema. */
                    props?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description How it works, validated by parametersSchema. */
                    config?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Free-form data that Marquee stores and never interprets. */
                    metadata?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Where it is. */
                    placement?: components["schemas"]["PlacementInput"] | null;
                    /**
                     * @description Which new versions it follows by itself.
                     * @default PIN
                     */
                    upgradeStrategy?: components["schemas"]["UpgradeStrategy"] | null;
                    /** @description The greatest version it may follow. */
                    maxVersion?: string | null;
                    /**
                     * @description What slow or reconnecting subscribers of displayChanged get.
                     * @default EDGE
                     */
                    runtime?: components["schemas"]["InstanceRuntime"] | null;
                    /** @description The window in which it lives; not for untimed kinds. */
                    timeslot?: components["schemas"]["TimeslotInput"] | null;
                    /** @description Addresses to tell of events. */
                    webhooks?: components["schemas"]["WebhooksInput"] | null;
                    /** @description Props that follow a source; at most 50. */
                    bindings?: components["schemas"]["BindingInput"][] | null;
                    /** @description Schedule of its flow, created in the same change. Whatever setSchedule would refuse refuses the instance. It fires once the instance is started. */
                    schedule?: components["schemas"]["InstanceScheduleInput"] | null;
                };
            };
        };
        responses: {
            /** @description Made; `Location` says where it is. */
            201: {
                headers: {
                    /** @description Where it is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    GetDataset: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that you have; 304 if it has one of them. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-prices01
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The revision, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            /** @description It is at the revision of If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    UpdateDataset: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag that it must have; 412 if it has another. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-prices01
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "name": "Daily prices"
                 *     }
                 */
                "application/json": {
                    /** @description Name for people. */
                    name?: string | null;
                    /** @description Who may read it without a credential. */
                    visibility?: components["schemas"]["Visibility"] | null;
                    /** @description Replaces the config; validated by parametersSchema. */
                    config?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Replaces the metadata. */
                    metadata?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Replaces the webhooks. */
                    webhooks?: components["schemas"]["WebhooksInput"] | null;
                    /** @description Which new versions it follows by itself. */
                    upgradeStrategy?: components["schemas"]["UpgradeStrategy"] | null;
                    /** @description The greatest version it may follow. */
                    maxVersion?: string | null;
                    /** @description What slow or reconnecting subscribers of displayChanged get. */
                    runtime?: components["schemas"]["InstanceRuntime"] | null;
                };
                /**
                 * @example {
                 *       "name": "Daily prices"
                 *     }
                 */
                "application/merge-patch+json": {
                    /** @description Name for people. */
                    name?: string | null;
                    /** @description Who may read it without a credential. */
                    visibility?: components["schemas"]["Visibility"] | null;
                    /** @description Replaces the config; validated by parametersSchema. */
                    config?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Replaces the metadata. */
                    metadata?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Replaces the webhooks. */
                    webhooks?: components["schemas"]["WebhooksInput"] | null;
                    /** @description Which new versions it follows by itself. */
                    upgradeStrategy?: components["schemas"]["UpgradeStrategy"] | null;
                    /** @description The greatest version it may follow. */
                    maxVersion?: string | null;
                    /** @description What slow or reconnecting subscribers of displayChanged get. */
                    runtime?: components["schemas"]["InstanceRuntime"] | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    GetDatasetStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-prices01
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceStatus"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    PreviewDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the DATASET or SIGNAL.
                 * @example inst-prices01
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "limit": 2
                 *     }
                 */
                "application/json": {
                    /** @description Columns to read; requires the accessor data/field. */
                    columns?: string[] | null;
                    /** @description Values that columns must equal. */
                    where?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description First date. */
                    from?: string | null;
                    /** @description Last date, inclusive. */
                    to?: string | null;
                    /**
                     * Format: date-time
                     * @description Rows as they were known at this time; requires the accessor data/pit.
                     */
                    asOf?: string | null;
                    /** @description Rows as this run left them. Default: the last successful run. CONDITION_FAILED when that version has been deleted. */
                    runId?: string | null;
                    /**
                     * @description 1 to 1000.
                     * @default 100
                     */
                    limit?: number | null;
                    /**
                     * @description Number of rows to skip.
                     * @default 0
                     */
                    offset?: number | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The columns of the rows. */
                        columns: {
                            /** @description Name of the column. */
                            name: string;
                            /** @description Type of the column in DuckDB's terms: DATE, DOUBLE, VARCHAR. */
                            type: string;
                        }[];
                        /** @description Oldest first. Fewer than requested when they would exceed the byte limit; see isTruncated. */
                        rows: {
                            [key: string]: unknown;
                        }[];
                        /** @description Number of rows that match, on all pages. */
                        total: number;
                        /** @description Whether rows were left out because of the byte limit. */
                        isTruncated: boolean;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    RunDataset: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The instance.
                 * @example inst-prices01
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Name of the flow; required when the instance has several. */
                    flow?: string | null;
                    /** @description Passed to the executor. */
                    parameters?: {
                        [key: string]: unknown;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ListDatasetRuns: {
        parameters: {
            query?: {
                /** @description Has one of these states. */
                statuses?: components["schemas"]["RunStatus"][];
                /** @description Has one of these kinds. */
                kinds?: string[];
                /** @description 1 to 200. */
                first?: number;
                /** @description Continue after this cursor. */
                after?: string;
                totalCount?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description Belongs to this instance.
                 * @example inst-prices01
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Run"][];
                        /** @description Send it as `after` for the next page; null: there is none. */
                        nextCursor: string | null;
                        /** @description With `totalCount=true`. */
                        totalCount?: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ListSignals: {
        parameters: {
            query?: {
                /** @description Has one of these ids. */
                ids?: string[];
                /** @description Was made from the definition with this type key. */
                definitionTypeKey?: string;
                /** @description Is owned by this principal. */
                ownerId?: string;
                /** @description Belongs to this project. */
                projectId?: string;
                /** @description Has one of these scopes. */
                scopes?: components["schemas"]["Scope"][];
                /** @description Is in one of these lifecycle states. */
                lifecycles?: components["schemas"]["Lifecycle"][];
                /** @description Has one of these readiness values. */
                readiness?: components["schemas"]["Readiness"][];
                /** @description Has one of these presence values. */
                presence?: components["schemas"]["Presence"][];
                /** @description Is a direct child of this instance. */
                parentId?: string;
                /** @description Has exactly this name; a name is kept without the space around it, in NFC. */
                name?: string;
                /** @description The name contains this text, ignoring case. */
                nameContains?: string;
                /** @description effectiveProps contains this JSON (Postgres `@>`). */
                propsContain?: {
                    [key: string]: unknown;
                };
                /** @description Its placement names this location. */
                location?: string;
                /** @description Its placement names this device. */
                device?: string;
                /** @description Has all of these tags. */
                "tags.all"?: string[];
                /** @description Has at least one of these tags. */
                "tags.any"?: string[];
                /** @description Has none of these tags. */
                "tags.none"?: string[];
                /** @description Latitude of the point in degrees. */
                "near.lat"?: number;
                /** @description Longitude of the point in degrees. */
                "near.lng"?: number;
                /** @description Great-circle distance in metres. */
                "near.radiusMeters"?: number;
                /** @description Southern latitude. */
                "within.south"?: number;
                /** @description Western longitude. */
                "within.west"?: number;
                /** @description Northern latitude. */
                "within.north"?: number;
                /** @description Eastern longitude. */
                "within.east"?: number;
                /** @description Is inside this zone as currently drawn. A zone that does not exist contains nothing. */
                zoneId?: string;
                /** @description Is in this group or in one of its subgroups. A group that does not exist contains nothing. */
                groupId?: string;
                /** @description Default: DISTANCE_ASC with filter.near, else CREATED_DESC. */
                orderBy?: components["schemas"]["InstanceOrder"];
                /**
                 * @description 1 to 200.
                 * @example 2
                 */
                first?: number;
                /** @description Continue after this cursor. */
                after?: string;
                totalCount?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Instance"][];
                        /** @description Send it as `after` for the next page; null: there is none. */
                        nextCursor: string | null;
                        /** @description With `totalCount=true`. */
                        totalCount?: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    CreateSignal: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "definitionTypeKey": "data/files",
                 *       "config": {
                 *         "path": "prices.csv"
                 *       },
                 *       "name": "Momentum"
                 *     }
                 */
                "application/json": {
                    /** @description Type key of its definition; required for kinds that have definitions. */
                    definitionTypeKey?: string | null;
                    /** @description Version to start with. Default: the greatest published one. */
                    definitionVersion?: string | null;
                    /** @description Unique per project and scope among instances that are not archived. */
                    name?: string | null;
                    /** @description Default: the system project. */
                    projectId?: string | null;
                    /** @description Default: none, except that a HOPPER of scope ORCHESTRATION is placed below the HOPPER of its project, which is created when the GLOBAL one says so (delegation.auto_create_project_instances). */
                    parentId?: string | null;
                    /**
                     * @description Who may read it without a credential.
                     * @default PRIVATE
                     */
                    visibility?: components["schemas"]["Visibility"] | null;
                    /**
                     * @description How far it reaches.
                     * @default PROJECT
                     */
                    scope?: components["schemas"]["Scope"] | null;
                    /**
                     * @description How long it lives.
                     * @default PERSISTENT
                     */
                    persistence?: components["schemas"]["Persistence"] | null;
                    /** @description Its own props, validated by propsSchema. */
                    props?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description How it works, validated by parametersSchema. */
                    config?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Free-form data that Marquee stores and never interprets. */
                    metadata?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Where it is. */
                    placement?: components["schemas"]["PlacementInput"] | null;
                    /**
                     * @description Which new versions it follows by itself.
                     * @default PIN
                     */
                    upgradeStrategy?: components["schemas"]["UpgradeStrategy"] | null;
                    /** @description The greatest version it may follow. */
                    maxVersion?: string | null;
                    /**
                     * @description What slow or reconnecting subscribers of displayChanged get.
                     * @default EDGE
                     */
                    runtime?: components["schemas"]["InstanceRuntime"] | null;
                    /** @description The window in which it lives; not for untimed kinds. */
                    timeslot?: components["schemas"]["TimeslotInput"] | null;
                    /** @description Addresses to tell of events. */
                    webhooks?: components["schemas"]["WebhooksInput"] | null;
                    /** @description Props that follow a source; at most 50. */
                    bindings?: components["schemas"]["BindingInput"][] | null;
                    /** @description Schedule of its flow, created in the same change. Whatever setSchedule would refuse refuses the instance. It fires once the instance is started. */
                    schedule?: components["schemas"]["InstanceScheduleInput"] | null;
                };
            };
        };
        responses: {
            /** @description Made; `Location` says where it is. */
            201: {
                headers: {
                    /** @description Where it is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    GetSignal: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that you have; 304 if it has one of them. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-signal01
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The revision, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            /** @description It is at the revision of If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ValidateSignal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the DATASET.
                 * @example inst-prices01
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Whether all checks passed. */
                        valid: boolean;
                        /** @description One entry per condition. */
                        checks: {
                            /** @description Name of the condition. */
                            name: string;
                            /** @description Whether it holds. */
                            ok: boolean;
                            /** @description What is wrong; null when it holds. */
                            message: string | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    PromoteSignal: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag that it must have; 412 if it has another. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the dataset.
                 * @example inst-prices01
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "name": "Prices as a signal"
                 *     }
                 */
                "application/json": {
                    /** @description Name of the signal. */
                    name?: string | null;
                };
            };
        };
        responses: {
            /** @description Made; `Location` says where it is. */
            201: {
                headers: {
                    /** @description Where it is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ListSignalRuns: {
        parameters: {
            query?: {
                /** @description Has one of these states. */
                statuses?: components["schemas"]["RunStatus"][];
                /** @description Has one of these kinds. */
                kinds?: string[];
                /** @description 1 to 200. */
                first?: number;
                /** @description Continue after this cursor. */
                after?: string;
                totalCount?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description Belongs to this instance.
                 * @example inst-signal01
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Run"][];
                        /** @description Send it as `after` for the next page; null: there is none. */
                        nextCursor: string | null;
                        /** @description With `totalCount=true`. */
                        totalCount?: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ListBacktests: {
        parameters: {
            query?: {
                /** @description Has one of these ids. */
                ids?: string[];
                /** @description Was made from the definition with this type key. */
                definitionTypeKey?: string;
                /** @description Is owned by this principal. */
                ownerId?: string;
                /** @description Belongs to this project. */
                projectId?: string;
                /** @description Has one of these scopes. */
                scopes?: components["schemas"]["Scope"][];
                /** @description Is in one of these lifecycle states. */
                lifecycles?: components["schemas"]["Lifecycle"][];
                /** @description Has one of these readiness values. */
                readiness?: components["schemas"]["Readiness"][];
                /** @description Has one of these presence values. */
                presence?: components["schemas"]["Presence"][];
                /** @description Is a direct child of this instance. */
                parentId?: string;
                /** @description Has exactly this name; a name is kept without the space around it, in NFC. */
                name?: string;
                /** @description The name contains this text, ignoring case. */
                nameContains?: string;
                /** @description effectiveProps contains this JSON (Postgres `@>`). */
                propsContain?: {
                    [key: string]: unknown;
                };
                /** @description Its placement names this location. */
                location?: string;
                /** @description Its placement names this device. */
                device?: string;
                /** @description Has all of these tags. */
                "tags.all"?: string[];
                /** @description Has at least one of these tags. */
                "tags.any"?: string[];
                /** @description Has none of these tags. */
                "tags.none"?: string[];
                /** @description Latitude of the point in degrees. */
                "near.lat"?: number;
                /** @description Longitude of the point in degrees. */
                "near.lng"?: number;
                /** @description Great-circle distance in metres. */
                "near.radiusMeters"?: number;
                /** @description Southern latitude. */
                "within.south"?: number;
                /** @description Western longitude. */
                "within.west"?: number;
                /** @description Northern latitude. */
                "within.north"?: number;
                /** @description Eastern longitude. */
                "within.east"?: number;
                /** @description Is inside this zone as currently drawn. A zone that does not exist contains nothing. */
                zoneId?: string;
                /** @description Is in this group or in one of its subgroups. A group that does not exist contains nothing. */
                groupId?: string;
                /** @description Default: DISTANCE_ASC with filter.near, else CREATED_DESC. */
                orderBy?: components["schemas"]["InstanceOrder"];
                /**
                 * @description 1 to 200.
                 * @example 2
                 */
                first?: number;
                /** @description Continue after this cursor. */
                after?: string;
                totalCount?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Instance"][];
                        /** @description Send it as `after` for the next page; null: there is none. */
                        nextCursor: string | null;
                        /** @description With `totalCount=true`. */
                        totalCount?: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    CreateBacktest: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "config": {
                 *         "assets": {
                 *           "universe": [
                 *             "MSFT",
                 *             "AAPL"
                 *           ]
                 *         },
                 *         "signals": {
                 *           "primary": "inst-signal01"
                 *         },
                 *         "date_range": {
                 *           "start": "2005-01-01",
                 *           "end": "2009-12-31"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Type key of its definition; required for kinds that have definitions. */
                    definitionTypeKey?: string | null;
                    /** @description Version to start with. Default: the greatest published one. */
                    definitionVersion?: string | null;
                    /** @description Unique per project and scope among instances that are not archived. */
                    name?: string | null;
                    /** @description Default: the system project. */
                    projectId?: string | null;
                    /** @description Default: none, except that a HOPPER of scope ORCHESTRATION is placed below the HOPPER of its project, which is created when the GLOBAL one says so (delegation.auto_create_project_instances). */
                    parentId?: string | null;
                    /**
                     * @description Who may read it without a credential.
                     * @default PRIVATE
                     */
                    visibility?: components["schemas"]["Visibility"] | null;
                    /**
                     * @description How far it reaches.
                     * @default PROJECT
                     */
                    scope?: components["schemas"]["Scope"] | null;
                    /**
                     * @description How long it lives.
                     * @default PERSISTENT
                     */
                    persistence?: components["schemas"]["Persistence"] | null;
                    /** @description Its own props, validated by propsSchema. */
                    props?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description How it works, validated by parametersSchema. */
                    config?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Free-form data that Marquee stores and never interprets. */
                    metadata?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Where it is. */
                    placement?: components["schemas"]["PlacementInput"] | null;
                    /**
                     * @description Which new versions it follows by itself.
                     * @default PIN
                     */
                    upgradeStrategy?: components["schemas"]["UpgradeStrategy"] | null;
                    /** @description The greatest version it may follow. */
                    maxVersion?: string | null;
                    /**
                     * @description What slow or reconnecting subscribers of displayChanged get.
                     * @default EDGE
                     */
                    runtime?: components["schemas"]["InstanceRuntime"] | null;
                    /** @description The window in which it lives; not for untimed kinds. */
                    timeslot?: components["schemas"]["TimeslotInput"] | null;
                    /** @description Addresses to tell of events. */
                    webhooks?: components["schemas"]["WebhooksInput"] | null;
                    /** @description Props that follow a source; at most 50. */
                    bindings?: components["schemas"]["BindingInput"][] | null;
                    /** @description Schedule of its flow, created in the same change. Whatever setSchedule would refuse refuses the instance. It fires once the instance is started. */
                    schedule?: components["schemas"]["InstanceScheduleInput"] | null;
                };
            };
        };
        responses: {
            /** @description Made; `Location` says where it is. */
            201: {
                headers: {
                    /** @description Where it is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    GetBacktest: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that you have; 304 if it has one of them. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-backtst1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The revision, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            /** @description It is at the revision of If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    RunBacktest: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The instance.
                 * @example inst-backtst1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Name of the flow; required when the instance has several. */
                    flow?: string | null;
                    /** @description Passed to the executor. */
                    parameters?: {
                        [key: string]: unknown;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ListBacktestRuns: {
        parameters: {
            query?: {
                /** @description Has one of these states. */
                statuses?: components["schemas"]["RunStatus"][];
                /** @description Has one of these kinds. */
                kinds?: string[];
                /** @description 1 to 200. */
                first?: number;
                /** @description Continue after this cursor. */
                after?: string;
                totalCount?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description Belongs to this instance.
                 * @example inst-backtst1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Run"][];
                        /** @description Send it as `after` for the next page; null: there is none. */
                        nextCursor: string | null;
                        /** @description With `totalCount=true`. */
                        totalCount?: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ListOptimizers: {
        parameters: {
            query?: {
                /** @description Has one of these ids. */
                ids?: string[];
                /** @description Was made from the definition with this type key. */
                definitionTypeKey?: string;
                /** @description Is owned by this principal. */
                ownerId?: string;
                /** @description Belongs to this project. */
                projectId?: string;
                /** @description Has one of these scopes. */
                scopes?: components["schemas"]["Scope"][];
                /** @description Is in one of these lifecycle states. */
                lifecycles?: components["schemas"]["Lifecycle"][];
                /** @description Has one of these readiness values. */
                readiness?: components["schemas"]["Readiness"][];
                /** @description Has one of these presence values. */
                presence?: components["schemas"]["Presence"][];
                /** @description Is a direct child of this instance. */
                parentId?: string;
                /** @description Has exactly this name; a name is kept without the space around it, in NFC. */
                name?: string;
                /** @description The name contains this text, ignoring case. */
                nameContains?: string;
                /** @description effectiveProps contains this JSON (Postgres `@>`). */
                propsContain?: {
                    [key: string]: unknown;
                };
                /** @description Its placement names this location. */
                location?: string;
                /** @description Its placement names this device. */
                device?: string;
                /** @description Has all of these tags. */
                "tags.all"?: string[];
                /** @description Has at least one of these tags. */
                "tags.any"?: string[];
                /** @description Has none of these tags. */
                "tags.none"?: string[];
                /** @description Latitude of the point in degrees. */
                "near.lat"?: number;
                /** @description Longitude of the point in degrees. */
                "near.lng"?: number;
                /** @description Great-circle distance in metres. */
                "near.radiusMeters"?: number;
                /** @description Southern latitude. */
                "within.south"?: number;
                /** @description Western longitude. */
                "within.west"?: number;
                /** @description Northern latitude. */
                "within.north"?: number;
                /** @description Eastern longitude. */
                "within.east"?: number;
                /** @description Is inside this zone as currently drawn. A zone that does not exist contains nothing. */
                zoneId?: string;
                /** @description Is in this group or in one of its subgroups. A group that does not exist contains nothing. */
                groupId?: string;
                /** @description Default: DISTANCE_ASC with filter.near, else CREATED_DESC. */
                orderBy?: components["schemas"]["InstanceOrder"];
                /**
                 * @description 1 to 200.
                 * @example 2
                 */
                first?: number;
                /** @description Continue after this cursor. */
                after?: string;
                totalCount?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Instance"][];
                        /** @description Send it as `after` for the next page; null: there is none. */
                        nextCursor: string | null;
                        /** @description With `totalCount=true`. */
                        totalCount?: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    CreateOptimizer: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "definitionTypeKey": "portfolio/equal",
                 *       "config": {
                 *         "lookback": 12
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Type key of its definition; required for kinds that have definitions. */
                    definitionTypeKey?: string | null;
                    /** @description Version to start with. Default: the greatest published one. */
                    definitionVersion?: string | null;
                    /** @description Unique per project and scope among instances that are not archived. */
                    name?: string | null;
                    /** @description Default: the system project. */
                    projectId?: string | null;
                    /** @description Default: none, except that a HOPPER of scope ORCHESTRATION is placed below the HOPPER of its project, which is created when the GLOBAL one says so (delegation.auto_create_project_instances). */
                    parentId?: string | null;
                    /**
                     * @description Who may read it without a credential.
                     * @default PRIVATE
                     */
                    visibility?: components["schemas"]["Visibility"] | null;
                    /**
                     * @description How far it reaches.
                     * @default PROJECT
                     */
                    scope?: components["schemas"]["Scope"] | null;
                    /**
                     * @description How long it lives.
                     * @default PERSISTENT
                     */
                    persistence?: components["schemas"]["Persistence"] | null;
                    /** @description Its own props, validated by propsSchema. */
                    props?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description How it works, validated by parametersSchema. */
                    config?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Free-form data that Marquee stores and never interprets. */
                    metadata?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Where it is. */
                    placement?: components["schemas"]["PlacementInput"] | null;
                    /**
                     * @description Which new versions it follows by itself.
                     * @default PIN
                     */
                    upgradeStrategy?: components["schemas"]["UpgradeStrategy"] | null;
                    /** @description The greatest version it may follow. */
                    maxVersion?: string | null;
                    /**
                     * @description What slow or reconnecting subscribers of displayChanged get.
                     * @default EDGE
                     */
                    runtime?: components["schemas"]["InstanceRuntime"] | null;
                    /** @description The window in which it lives; not for untimed kinds. */
                    timeslot?: components["schemas"]["TimeslotInput"] | null;
                    /** @description Addresses to tell of events. */
                    webhooks?: components["schemas"]["WebhooksInput"] | null;
                    /** @description Props that follow a source; at most 50. */
                    bindings?: components["schemas"]["BindingInput"][] | null;
                    /** @description Schedule of its flow, created in the same change. Whatever setSchedule would refuse refuses the instance. It fires once the instance is started. */
                    schedule?: components["schemas"]["InstanceScheduleInput"] | null;
                };
            };
        };
        responses: {
            /** @description Made; `Location` says where it is. */
            201: {
                headers: {
                    /** @description Where it is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    GetOptimizer: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags that you have; 304 if it has one of them. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst-optimiz1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The revision, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            /** @description It is at the revision of If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    RunOptimizer: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The instance.
                 * @example inst-optimiz1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Name of the flow; required when the instance has several. */
                    flow?: string | null;
                    /** @description Passed to the executor. */
                    parameters?: {
                        [key: string]: unknown;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ListOptimizerRuns: {
        parameters: {
            query?: {
                /** @description Has one of these states. */
                statuses?: components["schemas"]["RunStatus"][];
                /** @description Has one of these kinds. */
                kinds?: string[];
                /** @description 1 to 200. */
                first?: number;
                /** @description Continue after this cursor. */
                after?: string;
                totalCount?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description Belongs to this instance.
                 * @example inst-optimiz1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Run"][];
                        /** @description Send it as `after` for the next page; null: there is none. */
                        nextCursor: string | null;
                        /** @description With `totalCount=true`. */
                        totalCount?: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ListRuns: {
        parameters: {
            query?: {
                /** @description Belongs to this instance. */
                instanceId?: string;
                /**
                 * @description Has one of these states.
                 * @example [
                 *       "SUCCEEDED",
                 *       "FAILED"
                 *     ]
                 */
                statuses?: components["schemas"]["RunStatus"][];
                /** @description Has one of these kinds. */
                kinds?: string[];
                /**
                 * @description 1 to 200.
                 * @example 2
                 */
                first?: number;
                /** @description Continue after this cursor. */
                after?: string;
                totalCount?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Run"][];
                        /** @description Send it as `after` for the next page; null: there is none. */
                        nextCursor: string | null;
                        /** @description With `totalCount=true`. */
                        totalCount?: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    GetRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the run.
                 * @example run-000000example
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    GetRunOutput: {
        parameters: {
            query?: {
                /** @description 1 to 1000. Fewer rows come back when they would exceed 200 KB. */
                first?: number;
                /** @description Continue after this cursor. */
                after?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the run.
                 * @example run-000000example
                 */
                id: string;
                /**
                 * @description Name of the table or list in its outputs.
                 * @example weights
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Name of the table. */
                        name: string;
                        /** @description Its columns; empty for a list that stands in the outputs. */
                        columns: {
                            /** @description Name of the column. */
                            name: string;
                            /** @description Type of the column in DuckDB's terms: DATE, DOUBLE, VARCHAR. */
                            type: string;
                        }[];
                        /** @description The rows of this page, by date and then by the other columns; those of a table without dates as they were written. */
                        rows: {
                            [key: string]: unknown;
                        }[];
                        /** @description Number of rows on all pages. */
                        totalCount: number;
                        /** @description Position of this page in the table. */
                        pageInfo: {
                            /** @description Whether more items follow this page. */
                            hasNextPage: boolean;
                            /** @description Cursor of the page's last item; pass it as `after` to read the next page. */
                            endCursor: string | null;
                        };
                        /** @description Address of the whole table as a file, relative to the server; null for a list that stands in the outputs. */
                        url: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    CancelRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the run.
                 * @example run-cancelled00
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "Not needed"
                 *     }
                 */
                "application/json": {
                    /** @description Recorded in the activity; at most 500 characters. */
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    RetryRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the run.
                 * @example run-failed00000
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Recorded in the activity; at most 500 characters. */
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    CreateUserWithSpace: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "displayName": "Ada Example",
                 *       "email": "ada@example.org"
                 *     }
                 */
                "application/json": {
                    /** @description Name for people. */
                    displayName: string;
                    /** @description Email address; unique per tenant, ignoring case. */
                    email: string;
                    /**
                     * @description What kind of actor it is.
                     * @default HUMAN
                     */
                    kind?: components["schemas"]["PrincipalKind"] | null;
                    /**
                     * @description Also grants the role VIEWER on the system space.
                     * @default false
                     */
                    viewSystemSpace?: boolean | null;
                };
            };
        };
        responses: {
            /** @description Made; `Location` says where it is. */
            201: {
                headers: {
                    /** @description Where it is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The principal. */
                        principal: components["schemas"]["Principal"];
                        /** @description Its PERSONAL space. */
                        space: {
                            /** @description Id of the space. */
                            id: string;
                            /** @description Name for people. */
                            name: string;
                        };
                        /** @description The space's OFFICIAL subspace. */
                        officialSubspace: {
                            /** @description Id of the subspace. */
                            id: string;
                        };
                        /** @description The space's STAGING subspace. */
                        stagingSubspace: {
                            /** @description Id of the subspace. */
                            id: string;
                        };
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    CreateTeamSpace: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Harbour team",
                 *       "ownerPrincipalId": "prin-example"
                 *     }
                 */
                "application/json": {
                    /** @description Name for people. */
                    name: string;
                    /** @description The principal that owns it. */
                    ownerPrincipalId: string;
                    /** @description Principals that get the role OPERATOR on it. */
                    memberPrincipalIds?: string[] | null;
                };
            };
        };
        responses: {
            /** @description Made; `Location` says where it is. */
            201: {
                headers: {
                    /** @description Where it is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Space"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ListSpaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Space"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    CreateSpace: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "City",
                 *       "ownerPrincipalId": "prin-example"
                 *     }
                 */
                "application/json": {
                    /** @description Name for people. */
                    name: string;
                    /**
                     * @description PERSONAL or TEAM.
                     * @default TEAM
                     */
                    kind?: components["schemas"]["SpaceKind"] | null;
                    /** @description The principal that owns it. */
                    ownerPrincipalId: string;
                };
            };
        };
        responses: {
            /** @description Made; `Location` says where it is. */
            201: {
                headers: {
                    /** @description Where it is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Space"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    CreateProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "subspaceId": "sub-staging",
                 *       "name": "Harbour"
                 *     }
                 */
                "application/json": {
                    /** @description Subspace of the project. */
                    subspaceId: string;
                    /** @description Name for people. */
                    name: string;
                };
            };
        };
        responses: {
            /** @description Made; `Location` says where it is. */
            201: {
                headers: {
                    /** @description Where it is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Id of the project. */
                        id: string;
                        /** @description Name for people. */
                        name: string;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    GrantRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "principalId": "prin-example",
                 *       "nodeType": "PROJECT",
                 *       "nodeId": "proj-harbour",
                 *       "role": "VIEWER"
                 *     }
                 */
                "application/json": {
                    /** @description Who holds the role. */
                    principalId: string;
                    /** @description Type of the node. */
                    nodeType: components["schemas"]["RoleNode"];
                    /** @description Id of the node. */
                    nodeId: string;
                    /** @description The role. */
                    role: components["schemas"]["Role"];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Who holds it. */
                        principal: components["schemas"]["Principal"];
                        /** @description Type of the node. */
                        nodeType: components["schemas"]["RoleNode"];
                        /** @description Id of the node. */
                        nodeId: string;
                        /** @description The role held. */
                        role: components["schemas"]["Role"];
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    RevokeRole: {
        parameters: {
            query: {
                /**
                 * @description Who holds the role.
                 * @example prin-example
                 */
                principalId: string;
                /**
                 * @description Type of the node.
                 * @example PROJECT
                 */
                nodeType: components["schemas"]["RoleNode"];
                /**
                 * @description Id of the node.
                 * @example proj-harbour
                 */
                nodeId: string;
                /**
                 * @description The role.
                 * @example VIEWER
                 */
                role: components["schemas"]["Role"];
            };
            header?: {
                /** @description A repeated request with the same key changes nothing and answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Who holds it. */
                        principal: components["schemas"]["Principal"];
                        /** @description Type of the node. */
                        nodeType: components["schemas"]["RoleNode"];
                        /** @description Id of the node. */
                        nodeId: string;
                        /** @description The role held. */
                        role: components["schemas"]["Role"];
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    IssueToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "principalId": "prin-example",
                 *       "ttlSeconds": 3600
                 *     }
                 */
                "application/json": {
                    /** @description The principal that acts with it. */
                    principalId: string;
                    /**
                     * @description Lifetime in seconds, 1 to 2592000 (30 days).
                     * @default 3600
                     */
                    ttlSeconds?: number | null;
                    /** @description The only permissions it may use; default: all that the principal holds, now and later. */
                    permissions?: string[] | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it as `authorization: Bearer <token>`. */
                        token: string;
                        /** @description Who acts with it. */
                        principal: components["schemas"]["Principal"];
                        /** @description The strongest role its principal holds on the tenant; null for none. What it may do is looked up when it is used. */
                        role: components["schemas"]["Role"] | null;
                        /**
                         * Format: date-time
                         * @description When it stops working.
                         */
                        expiresAt: string;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    ListActivities: {
        parameters: {
            query?: {
                /** @description Done by this principal. */
                actorId?: string;
                /**
                 * @description One of these actions.
                 * @example [
                 *       "role.granted"
                 *     ]
                 */
                actions?: string[];
                /** @description Done to things of this type. */
                resourceType?: string;
                /** @description Done to this thing. */
                resourceId?: string;
                /** @description Part of this change. */
                changeId?: string;
                /** @description Done at or after this time. */
                since?: string;
                /** @description Done before this time. */
                until?: string;
                /**
                 * @description 1 to 200.
                 * @example 2
                 */
                first?: number;
                /** @description Continue after this cursor. */
                after?: string;
                totalCount?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Activity"][];
                        /** @description Send it as `after` for the next page; null: there is none. */
                        nextCursor: string | null;
                        /** @description With `totalCount=true`. */
                        totalCount?: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
}
