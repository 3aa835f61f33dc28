public import StetArchive

extension Archive: StoredResponses {}
